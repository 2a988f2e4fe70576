/** Suffixes that English adds to one root, longest first; what is left must keep at least four letters. */
const SUFFIXES: readonly (readonly [string, string])[] = [
  ['ization', 'ize'], ['isation', 'ize'], ['ations', ''], ['ation', ''], ['ments', ''], ['ment', ''], ['ings', ''], ['ing', ''],
  ['ies', 'y'], ['ied', 'y'], ['ions', ''], ['ion', ''], ['ships', ''], ['ship', ''], ['ers', ''], ['ised', 'ize'], ['ise', 'ize'],
  ['ed', ''], ['es', ''], ['als', ''], ['al', ''], ['s', ''], ['e', ''],
];

/**
 * A light stem by which two forms of a word are compared ("disposal", "disposing" → "dispos").
 * Deliberately coarse: a false meeting of two words costs little beside several concepts that must agree.
 */
export function stemOf(word: string): string {
  const w = word.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/['’]s?$/, '').replace(/^(?:[a-z]\.){2,}$/, (m) => m.replaceAll('.', ''));
  if (w.length <= 4 || /\d/.test(w)) return w.replace(/(?<=[a-z]{3})s$/, '');
  // admission, permission: admit, permit
  if (w.length > 8 && w.endsWith('mission')) return `${w.slice(0, -7)}mit`;
  for (const [suffix, instead] of SUFFIXES) {
    if (w.endsWith(suffix) && w.length - suffix.length >= 4) {
      let root = w.slice(0, -suffix.length) + instead;
      if (instead === '' && /([bdgklmnprt])\1$/.test(root)) root = root.slice(0, -1);
      return root.length > 4 ? root.replace(/e$/, '') : root;
    }
  }
  return w;
}
