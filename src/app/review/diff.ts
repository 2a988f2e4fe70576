import type { Failure } from '../../domain/failure.js';
import type { IsoDate, StateCode } from '../../domain/ids.js';
import { ok, type Result } from '../../domain/result.js';
import type { PositionStance, Stance } from '../../domain/stance.js';
import type { StoredSignal } from '../../domain/stored.js';
import { stateName } from '../../knowledge/state-phrases.js';
import type { Register } from '../../register/index.js';
import { situationOf, type CountRequest, type Situation } from '../reports.js';

/** A signal that is there on one side of a comparison only. */
export interface SignalChange {
  readonly change: 'gained' | 'lost';
  readonly stance: Stance;
  readonly quote: string;
  readonly reader: string;
  /** The document was not yet read then; another reader or a person; or a document that was read by both. */
  readonly because: 'new document' | 'reader' | 'person';
}

/** A member whose position changed, and the signals that did it. */
export interface PositionChange {
  readonly member: StateCode;
  readonly name: string;
  readonly before: PositionStance;
  readonly after: PositionStance;
  /** 0–1 each. */
  readonly confidence: readonly [number, number];
  readonly signals: readonly SignalChange[];
}

export interface DiffReport {
  /** Instants of system time that are compared; null for now. */
  readonly from: string;
  readonly to: string | null;
  readonly readers: readonly [readonly string[], readonly string[]];
  readonly positions: readonly PositionChange[];
}

/** The instant just before the newest reader first read for the question: what was known then is what the reader before it had found. */
async function beforeNewestReader(register: Register, question: string): Promise<Date> {
  const readings = await register.readings(question);
  const newest = readings.at(-1)?.reader;
  const first = readings.find(({ reader }) => reader === newest)?.recordedAt ?? new Date(0);
  return new Date(first.getTime() - 1);
}

/**
 * Which positions changed between two instants of system time, and why: signals of new documents, of another reader, or of a person.
 * @param from the earlier instant; just before the newest reader's first reading when absent
 * @param to the later instant; now when absent
 */
export async function diffPositions(
  register: Register,
  question: string,
  request: Omit<CountRequest, 'knownAt'>,
  today: IsoDate,
  from?: Date,
  to?: Date,
): Promise<Result<DiffReport, Failure>> {
  const start = from ?? (await beforeNewestReader(register, question));
  const after = await situationOf(register, question, to ? { ...request, knownAt: to } : request, today);
  if (!after.ok) return after;
  // The question's first version may be younger than the instant; then nothing was known.
  const known = await register.question(question, start);
  const before = known === null ? null : await situationOf(register, question, { ...request, knownAt: start }, today);
  if (before !== null && !before.ok) return before;
  const then = before === null ? null : before.value;
  return ok({
    from: start.toISOString(),
    to: to?.toISOString() ?? null,
    readers: [readersOf(then), readersOf(after.value)],
    positions: after.value.roster.flatMap((member) => changeOf(member, then, after.value)),
  });
}

const readersOf = (s: Situation | null): string[] =>
  [...new Set((s?.signals ?? []).map(({ reader }) => reader))].sort();

/** The change of one member's position between two situations, or none. */
export function changeOf(member: StateCode, before: Situation | null, after: Situation): PositionChange[] {
  const [then, now] = [before?.positions.get(member), after.positions.get(member)];
  const stances = [then?.stance ?? 'unknown', now?.stance ?? 'unknown'] as const;
  const confidence = [then?.confidence ?? 0, now?.confidence ?? 0] as const;
  if (stances[0] === stances[1] && confidence[0] === confidence[1]) return [];
  const mine = (s: Situation | null): StoredSignal[] =>
    (s?.signals ?? []).filter(({ signal }) => signal.member === member);
  const key = (s: StoredSignal): string =>
    `${s.id} ${s.signal.stance} ${s.reader.startsWith('person:') ? s.reader : ''}`;
  const [old, fresh] = [mine(before), mine(after)];
  const [oldKeys, freshKeys] = [new Set(old.map(key)), new Set(fresh.map(key))];
  const personal = (s: StoredSignal): boolean => s.reader.startsWith('person:') || after.setAside.has(s.id);
  const why = (s: StoredSignal): SignalChange['because'] =>
    personal(s) ? 'person' : before?.documents.has(s.documentId) === true ? 'reader' : 'new document';
  const changes = (list: StoredSignal[], other: ReadonlySet<string>, change: SignalChange['change']): SignalChange[] =>
    list
      .filter((s) => !other.has(key(s)))
      .map((s) => ({ change, stance: s.signal.stance, quote: s.quote, reader: s.reader, because: why(s) }));
  return [
    {
      member,
      name: stateName(member),
      before: stances[0],
      after: stances[1],
      confidence,
      signals: [...changes(old, freshKeys, 'lost'), ...changes(fresh, oldKeys, 'gained')],
    },
  ];
}
