import topics from '../../../knowledge/lexicons/topics.json' with { type: 'json' };
import { stemOf } from './stem.js';

const GENERIC = new Set(topics.generic.map(stemOf));
const CONTAINERS = new Set(topics.containers.map(stemOf));
const LIGHT = new Set(topics.light);
/** Words after these only set the scene ("now, during the war") and count little. */
const SETTING = new Set(['during', 'while', 'amid', 'despite', 'after', 'before', 'by', 'over', 'because']);

/** Whether a stem belongs to a noun that means a proposal as a whole ("the plan"), not what it acts on ("the embargo"). */
export const isContainerStem = (stem: string): boolean => CONTAINERS.has(stem);

/** Whether a stem belongs to a noun that takes a proposal up again ("the plan", "the draft"). */
export const isGenericStem = (stem: string): boolean => GENERIC.has(stem);

/** Whether a verb of a proposal leaves what is to be done to the next one ("vote to keep"). */
export const isLightVerb = (lemma: string): boolean => LIGHT.has(lemma.toLowerCase());

/** Whether what comes after a word only sets the scene ("during the war"). */
export const isSettingWord = (word: string): boolean => SETTING.has(word);
