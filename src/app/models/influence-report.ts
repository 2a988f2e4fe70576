import defaults from '../../../knowledge/models/influence.json' with { type: 'json' };
import type { Failure } from '../../domain/failure.js';
import type { IsoDate, StateCode } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { PositionStance } from '../../domain/stance.js';
import { stateName } from '../../knowledge/state-phrases.js';
import { spread, type Spread } from '../../model/influence/spread.js';
import type { JoinedEdge } from '../../model/influence/edges.js';
import type { Register } from '../../register/index.js';
import { countedOf } from '../count-input.js';
import { parsePairs } from '../pairs.js';
import { situationOf, type CountRequest } from '../reports.js';
import { placeOf } from './bargain-question.js';
import { networkOf, type EdgeFiles, type EdgeSources } from './influence-network.js';
import { textRelations } from './text-relations.js';

export interface InfluenceRequest extends EdgeSources {
  /** `USA=support,…`: stances that members are supposed to shift to, and to hold against all influence. */
  readonly shift?: string;
}

/** The answer of `holdout influence --json`. Views are 0 (against, come what may) to 100 (for it, now). */
export interface InfluenceReport {
  readonly question: string;
  readonly option: string;
  readonly sentence: string;
  readonly members: readonly {
    readonly member: StateCode;
    readonly name: string;
    readonly stance: PositionStance;
    /** First view; null for silence. */
    readonly view: number | null;
    /** 0–1: share of its first view that it keeps in each round. */
    readonly stubbornness: number;
    /** View in the end, without any shift; null where nobody with a view is heard. */
    readonly ends: number | null;
    /** View in the end with the shift; null without one. */
    readonly shifted: number | null;
    /** What the shift changes. */
    readonly change: number | null;
    /** Whether the shift carries it over the middle. */
    readonly carried: boolean;
    /** Those that move it most: by how much its end moves when their first view moves by 1. */
    readonly hears: readonly { readonly member: StateCode; readonly share: number }[];
  }[];
  /** Members by how far they move all others together, the strongest first. */
  readonly carriers: readonly { readonly member: StateCode; readonly total: number }[];
  readonly shift: Readonly<Record<string, PositionStance>>;
  readonly edges: readonly JoinedEdge[];
  /** Where the same attention leads among those with a view when nobody is stubborn (DeGroot): one view, camps, or none. */
  readonly pliant: { readonly kind: 'consensus' | 'camps' | 'no-limit'; readonly ends: Readonly<Record<string, number | null>> };
  readonly notes: readonly string[];
}

const MOST_HEARD = 5;
const toScale = (view: number): number => 100 * view;

/** Who carries whom on a question, and what a shift of some members does to the others. Changes nothing. */
export async function reportInfluence(register: Register, questionId: string, count: CountRequest, request: InfluenceRequest, files: EdgeFiles, today: IsoDate): Promise<Result<InfluenceReport, Failure>> {
  const found = await situationOf(register, questionId, count, today);
  if (!found.ok) return found;
  const s = found.value;
  const counted = countedOf(s, count);
  if (!counted.ok) return counted;
  const stanceOf = (m: StateCode): PositionStance => counted.value.supposed.get(m) ?? s.positions.get(m)?.stance ?? 'unknown';
  const shift = shiftOf(request.shift, count, s);
  if (!shift.ok) return shift;
  const network = networkOf(s, stanceOf, request, files, count.asOf ?? s.question.date ?? today, (await textRelations(register, s.documents.keys(), s.roster, s.question.body)).edges);
  if (!network.ok) return network;
  const solve = (moved: ReadonlyMap<StateCode, PositionStance>): Result<Spread, Failure> => {
    const solved = spread(
      s.roster.map((m) => {
        const place = placeOf(moved.get(m) ?? stanceOf(m));
        return { view: place === null ? null : place / 100, stubbornness: moved.has(m) ? 1 : (network.value.stubbornness.get(m) ?? 0) };
      }),
      network.value.edges.map((e) => ({ from: s.roster.indexOf(e.from), to: s.roster.indexOf(e.to), weight: e.weight })),
      defaults.selfWeight,
    );
    return solved.ok ? solved : err({ code: 'usage', category: 'caller', message: `${solved.error} Give some member a stubbornness above 0.` });
  };
  const before = solve(new Map());
  if (!before.ok) return before;
  const after = shift.value.size > 0 ? solve(shift.value) : null;
  if (after && !after.ok) return after;
  const end = (of: Spread | undefined, i: number): number | null => {
    const view = of?.ends[i] ?? null;
    return view === null ? null : toScale(view);
  };
  const carriedAt = toScale(defaults.carriedAt);
  const members = s.roster.map((member, i) => {
    const stance = stanceOf(member);
    const [ends, shifted] = [end(before.value, i), end(after?.value, i)];
    return {
      member,
      name: stateName(member),
      stance,
      view: placeOf(stance),
      stubbornness: network.value.stubbornness.get(member) ?? 0,
      ends,
      shifted,
      change: shifted === null ? null : shifted - (ends ?? shifted),
      carried: shifted !== null && shifted >= carriedAt && (ends ?? 0) < carriedAt && !shift.value.has(member),
      hears: s.roster
        .map((other, j) => ({ member: other, share: before.value.total[i]?.[j] ?? 0 }))
        .filter((x) => x.member !== member && x.share > 1e-9)
        .sort((a, b) => b.share - a.share || (a.member < b.member ? -1 : 1))
        .slice(0, MOST_HEARD),
    };
  });
  const carriers = s.roster
    .map((member, j) => ({ member, total: before.value.total.reduce((sum, row, i) => (i === j ? sum : sum + (row[j] ?? 0)), 0) }))
    .filter((c) => c.total > 1e-9)
    .sort((a, b) => b.total - a.total || (a.member < b.member ? -1 : 1));
  const speaking = s.roster.filter((m) => placeOf(stanceOf(m)) !== null);
  const report: Omit<InfluenceReport, 'sentence'> = {
    question: s.question.id,
    option: s.option.id,
    members,
    carriers,
    shift: Object.fromEntries(shift.value),
    edges: network.value.edges,
    pliant: { kind: before.value.pliant.kind, ends: Object.fromEntries(speaking.map((m, k) => [m, Number.isFinite(before.value.pliant.limits[k]) ? toScale(before.value.pliant.limits[k] ?? 0) : null])) },
    notes: [...network.value.notes, 'Stubbornness and weights are assumptions unless given; views run from 0 (against, come what may) to 100 (for it, now).'],
  };
  return ok({ ...report, sentence: influenceSentence(report) });
}

function shiftOf(raw: string | undefined, count: CountRequest, s: Parameters<typeof countedOf>[0]): Result<ReadonlyMap<StateCode, PositionStance>, Failure> {
  const pairs = parsePairs(raw, 'Shifts', 'USA=support');
  if (!pairs.ok) return pairs;
  const counted = countedOf(s, { ...count, assume: pairs.value });
  if (!counted.ok) return counted;
  const unknown = [...counted.value.assumed].find(([, stance]) => stance === 'unknown');
  return unknown ? err({ code: 'usage', category: 'caller', message: `A shift to silence says nothing: give ${unknown[0]} another stance, such as support.` }) : ok(counted.value.assumed);
}

const whole = (x: number): string => String(Math.round(x));

function influenceSentence(r: Omit<InfluenceReport, 'sentence'>): string {
  if (r.members.every((m) => m.view === null)) return 'Nobody has taken a stand, so there is nothing that influence could carry.';
  if (r.edges.length === 0) return 'No influence edge is known, so nobody carries anybody.';
  const moved = Object.entries(r.shift);
  const [top] = r.carriers;
  if (moved.length === 0) return top ? `${stateName(top.member)} carries others most: a full turn of its view would move all others together by ${whole(toScale(top.total))} points of 100 each way.` : 'Nobody with a view is heard by anybody else.';
  const changed = r.members.filter((m) => !(m.member in r.shift) && m.change !== null && Math.abs(m.change) >= 0.5 && m.view !== null).sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  const who = moved.map(([m, stance]) => `${stateName(m)} shifts to ${stance}`).join(' and ');
  const [first] = changed;
  const carried = r.members.filter((m) => m.carried);
  const most = first ? `${first.name} moves most, from ${whole(first.ends ?? 0)} to ${whole(first.shifted ?? 0)} of 100` : 'no member with a view moves by half a point';
  return `If ${who}, ${most}; ${carried.length === 0 ? 'nobody is carried over the middle' : `${carried.map((m) => m.name).join(', ')} ${carried.length === 1 ? 'is' : 'are'} carried over the middle`}.`;
}

/** The report as a page of text. */
export function influenceText(r: InfluenceReport): string {
  const width = Math.max(6, ...r.members.map((m) => m.name.length));
  const cell = (x: number | null): string => (x === null ? '–' : whole(x)).padStart(9);
  const shifted = Object.keys(r.shift).length > 0;
  const shown = r.members.filter((m) => m.ends !== null || m.shifted !== null);
  const lines = [r.sentence, '', `${'member'.padEnd(width)}  ${'stance'.padEnd(17)}${'view'.padStart(9)}${'stubborn'.padStart(9)}${'ends'.padStart(9)}${shifted ? `${'shifted'.padStart(9)}${'change'.padStart(9)}` : ''}  hears most`];
  for (const m of shown)
    lines.push(
      `${m.name.padEnd(width)}  ${m.stance.padEnd(17)}${cell(m.view)}${m.stubbornness.toFixed(2).padStart(9)}${cell(m.ends)}${shifted ? `${cell(m.shifted)}${cell(m.change)}` : ''}  ${m.hears.slice(0, 3).map((h) => `${h.member} ${h.share.toFixed(2)}`).join(', ')}${m.carried ? '  carried' : ''}`,
    );
  const out = r.members.length - shown.length;
  if (out > 0) lines.push('', `${String(out)} members hear nobody with a view.`);
  lines.push('', `Carriers: ${r.carriers.slice(0, 8).map((c) => `${c.member} ${c.total.toFixed(2)}`).join(', ') || 'none'}`, `If nobody were stubborn: ${r.pliant.kind === 'consensus' ? 'one view' : r.pliant.kind === 'camps' ? 'camps' : 'no limit, views go round in circles'}.`, ...r.notes);
  return `${lines.join('\n')}\n`;
}
