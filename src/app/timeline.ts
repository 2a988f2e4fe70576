import { count } from '../count/count.js';
import type { Failure } from '../domain/failure.js';
import { parseIsoDate, type IsoDate } from '../domain/ids.js';
import type { Timeline, TimelineMoment } from '../domain/timeline.js';
import { ok, type Result } from '../domain/result.js';
import { STANCES } from '../domain/stance.js';
import type { Register } from '../register/index.js';
import { countedOf } from './count-input.js';
import { evidenceAsOf, loadEvidence } from './evidence.js';
import { situationFrom, situationOf, type Situation } from './reports.js';

/** Moments counted at most: valid ones come from one load, recorded ones need a load each. */
const VALID_AT_MOST = 120;
const VALID_AT_LEAST = 30;
/** Signals weighed at most for all valid moments together: a large question has fewer of them. */
const WEIGHED_AT_MOST = 600_000;
const RECORDED_AT_MOST = 24;

/** Histories kept of each register, under way or done, as long as it learns nothing more of the question: they are asked for at every opening. */
const KEPT = 24;
const kept = new WeakMap<Register, Map<string, { readonly stamp: string; readonly answer: Promise<Result<Timeline, Failure>> }>>();

/** Lets others ask meanwhile: a long history is many counts, and one at a time is served. */
const othersFirst = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Recordings closer together than this are one run of reading. */
const ONE_RUN_MS = 60_000;

/** At most `most` of the items, evenly spread, the last always among them. */
function thin<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, i) => items[Math.round(((i + 1) * items.length) / most) - 1]).filter((item): item is T => item !== undefined);
}

function momentOf(s: Situation, at: string, asOf: IsoDate | undefined): Result<TimelineMoment, Failure> {
  const counted = countedOf(s, asOf ? { asOf } : {});
  if (!counted.ok) return counted;
  const { stances, input } = counted.value;
  const result = count(input);
  const tally = Object.fromEntries([...STANCES, 'unknown' as const].map((stance) => [stance, [...stances.values()].filter((x) => x === stance).length])) as unknown as TimelineMoment['tally'];
  const documents = [...s.documents.values()].filter((d) => asOf === undefined || d.published === undefined || d.published <= asOf).length;
  return ok({ at, outcome: result.outcome, sentence: result.sentence, documents, tally, stances: Object.fromEntries(stances) });
}

/** Keeps the first moment and those at which somebody's stance, or the outcome, is another than just before. */
function changesOnly(moments: readonly TimelineMoment[]): TimelineMoment[] {
  const sign = (m: TimelineMoment | undefined): string => (m ? m.sentence + JSON.stringify(Object.entries(m.stances).sort()) : '');
  return moments.filter((m, i) => sign(m) !== sign(moments[i - 1]));
}

/**
 * The count of an option at each moment at which it changed: by the days on which something was said, and by the instants at which the
 * register learned something. Each moment equals the count as of that day, or as known at that instant. Long histories are thinned.
 */
export async function timelineOf(register: Register, questionId: string, option: string | undefined, today: IsoDate): Promise<Result<Timeline, Failure>> {
  const entries = kept.get(register) ?? new Map<string, { readonly stamp: string; readonly answer: Promise<Result<Timeline, Failure>> }>();
  kept.set(register, entries);
  const key = `${questionId} ${option ?? ''} ${today}`;
  const stamp = await register.stamp(questionId);
  const known = entries.get(key);
  if (known?.stamp === stamp) return known.answer;
  const answer = reckoned(register, questionId, option, today);
  entries.delete(key);
  entries.set(key, { stamp, answer });
  // A failure of ours is no answer to keep.
  answer.catch(() => entries.delete(key));
  if (entries.size > KEPT) entries.delete(entries.keys().next().value ?? '');
  return answer;
}

async function reckoned(register: Register, questionId: string, option: string | undefined, today: IsoDate): Promise<Result<Timeline, Failure>> {
  const asked = option ? { option } : {};
  const loaded = await loadEvidence(register, questionId, asked);
  if (!loaded.ok) return loaded;
  const evidence = loaded.value;
  const days = [
    ...new Set([
      ...evidence.machine.flatMap(({ validFrom }) => validFrom ?? []),
      // A page that changed may have taken words back on the day on which that was seen.
      ...evidence.sightings.flatMap(({ seenAt }) => parseIsoDate(seenAt) ?? []),
      ...evidence.reviews.flatMap((r) => (r.action === 'declare' && r.validFrom ? [r.validFrom] : 'words' in r && r.words.signal.asOf ? [r.words.signal.asOf] : [])),
    ]),
  ].sort();
  const instants = runs([...(await register.readings(questionId)).map(({ recordedAt }) => recordedAt), ...[...evidence.reviews, ...evidence.sightings].map(({ recordedAt }) => new Date(recordedAt))]);
  const validAtMost = Math.min(VALID_AT_MOST, Math.max(VALID_AT_LEAST, Math.floor(WEIGHED_AT_MOST / Math.max(1, evidence.machine.length))));
  const valid: TimelineMoment[] = [];
  for (const day of thin(days, validAtMost)) {
    const moment = momentOf(situationFrom(evidenceAsOf(evidence, day), day, today), day, day);
    if (!moment.ok) return moment;
    valid.push(moment.value);
    await othersFirst();
  }
  const recorded: TimelineMoment[] = [];
  for (const instant of thin(instants, RECORDED_AT_MOST)) {
    const known = await situationOf(register, questionId, { ...asked, knownAt: instant }, today);
    // The question, or the option, may be younger than the instant: then there was no count.
    if (!known.ok) continue;
    const moment = momentOf(known.value, instant.toISOString(), undefined);
    if (!moment.ok) return moment;
    recorded.push(moment.value);
    await othersFirst();
  }
  return ok({ valid: changesOnly(valid), recorded: changesOnly(recorded), thinned: days.length > validAtMost || instants.length > RECORDED_AT_MOST });
}

/** The last instant of each run of recordings, ascending. */
function runs(instants: readonly Date[]): Date[] {
  const sorted = [...instants].sort((a, b) => a.getTime() - b.getTime());
  return sorted.filter((at, i) => {
    const next = sorted[i + 1];
    return next === undefined || next.getTime() - at.getTime() >= ONE_RUN_MS;
  });
}
