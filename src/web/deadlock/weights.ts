/** `escalation:2,cost:0.5` as weights by concern; what is no such pair is left out. */
export const weightsOf = (setting: string): ReadonlyMap<string, number> =>
  new Map(
    setting.split(',').flatMap((pair): [string, number][] => {
      const [kind = '', raw = ''] = pair.split(':');
      const weight = Number(raw);
      return kind === '' || raw === '' || !Number.isFinite(weight) || weight < 0 ? [] : [[kind, weight]];
    }),
  );

/** The setting with another weight for one concern; 1 is what every concern weighs, and needs no saying. */
export const withWeight = (setting: string, kind: string, weight: number): string =>
  [...new Map([...weightsOf(setting), [kind, weight]])].flatMap(([k, w]) => (w === 1 ? [] : [`${k}:${String(w)}`])).join(',');
