/** 32-bit FNV-1a of a string's code units from `start`. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Mixes a template number and up to four values into one feature key (all 32 bits mixed; models keep the top ones). */
export function keyOf(template: number, a: number, b = 0, c = 0, d = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1);
  h = Math.imul(h ^ a, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h ^ b, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h ^ c, 0x27d4eb2f);
  h ^= h >>> 14;
  h = Math.imul(h ^ d, 0x165667b1);
  return (h ^ (h >>> 16)) | 0;
}
