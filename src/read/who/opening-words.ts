/** Words that open a sentence with a capital and name nobody ("Only Ireland"), though the entity model may take them for part of a name. */
const OPENING = /^(?:only|even|also|but|yet|still|both|all|and|so|then|now|while|though|however|meanwhile|instead|unlike|like)$/i;

/** Whether a word opens a sentence that begins at `first` and is no part of a name. */
export const isOpeningWord = (form: string, index: number, first: number): boolean => index === first && OPENING.test(form);
