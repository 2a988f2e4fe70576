/** A chance that was given and what came of it. */
export interface Scored {
  /** 0–1. */
  readonly probability: number;
  readonly adopted: boolean;
}

/** How good forecasts were; lower is better for both scores. */
export interface Scores {
  readonly forecasts: number;
  /** Mean of (p − outcome)², 0–1 (Brier 1950). */
  readonly brier: number;
  /** Mean of −ln of the chance given to what happened (Good 1952), in nats; chances count as 10⁻⁶ from 0 and 1 at least. */
  readonly logScore: number;
  /** Brier score of always saying one half, to compare with. */
  readonly reference: number;
}

/** One row of a calibration table. */
export interface CalibrationBin {
  /** Chances from `from` (inclusive) to `to` (exclusive, but for the last). */
  readonly from: number;
  readonly to: number;
  readonly forecasts: number;
  /** Mean chance given, and how often it came true. */
  readonly said: number;
  readonly happened: number;
}

const NEAREST = 1e-6;

/** Scores of forecasts; null when there is none. */
export function scoresOf(all: readonly Scored[]): Scores | null {
  if (all.length === 0) return null;
  const mean = (f: (s: Scored) => number): number => all.reduce((sum, s) => sum + f(s), 0) / all.length;
  return {
    forecasts: all.length,
    brier: mean((s) => (s.probability - (s.adopted ? 1 : 0)) ** 2),
    logScore: mean((s) => -Math.log(Math.max(NEAREST, s.adopted ? s.probability : 1 - s.probability))),
    reference: 0.25,
  };
}

/** Forecasts by tenths of chance, without empty rows: of those that said about 30 %, did about 30 % happen? */
export function calibrationOf(all: readonly Scored[]): CalibrationBin[] {
  return Array.from({ length: 10 }, (_, k) => k).flatMap((k) => {
    const bin = all.filter((s) => Math.min(9, Math.floor(s.probability * 10 + 1e-9)) === k);
    if (bin.length === 0) return [];
    const share = (f: (s: Scored) => number): number => bin.reduce((sum, s) => sum + f(s), 0) / bin.length;
    return [{ from: k / 10, to: (k + 1) / 10, forecasts: bin.length, said: share((s) => s.probability), happened: share((s) => (s.adopted ? 1 : 0)) }];
  });
}
