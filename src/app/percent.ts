/** A chance in words: "12%", "0.4%", "under 0.1%". */
export function percent(p: number): string {
  if (p > 0 && p < 0.001) return 'under 0.1%';
  if (p < 1 && p > 0.999) return 'over 99.9%';
  return `${(100 * p).toFixed(p > 0 && p < 1 && (p < 0.1 || p > 0.9) ? 1 : 0).replace(/\.0$/, '')}%`;
}
