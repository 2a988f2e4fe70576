/**
 * Offsets of a text in UTF-16 code units, as Holdout keeps them, and in Unicode code points, as the Web Annotation data model counts
 * (section 4.2.4). Both directions take time in the length of the text before the offset.
 */
export const toCodePoints = (text: string, codeUnits: number): number => [...text.slice(0, codeUnits)].length;

/** The UTF-16 offset of a code point; the text's length when it has fewer. */
export function toCodeUnits(text: string, codePoints: number): number {
  let units = 0;
  for (let left = codePoints; left > 0 && units < text.length; left -= 1)
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}
