import type { Failure } from '../../domain/failure.js';
import type { IsoDate, StateCode } from '../../domain/ids.js';
import { ok, type Result } from '../../domain/result.js';
import { stateName } from '../../knowledge/state-phrases.js';
import { bestOption, optionPayoff, tornado, type OptionPayoff, type ReasonWeight, type TornadoBar, type WeighedReason } from '../../model/tradeoffs/payoff.js';
import type { Register } from '../../register/index.js';
import { situationOf, type CountRequest, type Situation } from '../reports.js';
import type { InputFile } from './input-file.js';
import { reasonWeights } from './weights-file.js';

/** The answer of `holdout tradeoffs --json`. Payoffs lie between −w and w, with w the largest weight. */
export interface TradeoffsReport {
  readonly question: string;
  readonly sentence: string;
  readonly options: readonly (OptionPayoff & { readonly id: string; readonly proposal: string; readonly reasons: readonly WeighedReason[] })[];
  /** The option with the highest payoff among those for which reasons were given; null when there is none. */
  readonly best: string | null;
  /** What each weight moves, the widest first. */
  readonly tornado: readonly TornadoBar[];
  readonly weights: Readonly<Record<string, ReasonWeight>>;
  readonly notes: readonly string[];
}

/** What each option is worth by the reasons members gave for and against it, and which weight matters. Changes nothing. */
export async function reportTradeoffs(register: Register, questionId: string, count: CountRequest, file: InputFile | null, today: IsoDate): Promise<Result<TradeoffsReport, Failure>> {
  const weights = reasonWeights(file);
  if (!weights.ok) return weights;
  const first = await situationOf(register, questionId, count, today);
  if (!first.ok) return first;
  const options: TradeoffsReport['options'][number][] = [];
  for (const option of first.value.question.options) {
    const found = option.id === first.value.option.id ? first : await situationOf(register, questionId, { ...count, option: option.id }, today);
    if (!found.ok) return found;
    const reasons = reasonsOf(found.value);
    options.push({ id: option.id, proposal: option.proposal, reasons, ...optionPayoff(reasons, (kind) => weights.value.get(kind)?.weight ?? 1) });
  }
  const best = bestOption(Object.fromEntries(options.map((o) => [o.id, o.payoff])));
  const bars = tornado(new Map(options.map((o) => [o.id, o.reasons])), weights.value);
  const used = new Set(bars.map((b) => b.kind));
  const report = { question: first.value.question.id, options, best, tornado: bars, weights: Object.fromEntries([...weights.value].filter(([kind]) => used.has(kind))) };
  return ok({
    ...report,
    sentence: sentenceOf(report),
    notes: [
      file ? `Weights as ${file.name} gives them, the stated ones for other concerns.` : 'Every concern weighs 1, a convention; others can be given.',
      'A payoff says what was argued, not what is right: members that gave no reason do not count, and a reason counts once for each origin.',
    ],
  });
}

/** Reasons of members that vote, each kind and side once an origin, by the strongest signal that carries it. */
function reasonsOf(s: Situation): WeighedReason[] {
  const best = new Map<string, WeighedReason>();
  s.signals.forEach(({ signal }, k) => {
    if (signal.stance === 'uncommitted' || !s.roster.includes(signal.member)) return;
    const side = signal.stance === 'support' ? 1 : -1;
    for (const { kind } of signal.reasons) {
      const key = [signal.member, kind, String(side), s.weighed[k]?.origin ?? ''].join('\u0000');
      const evidence = signal.confidence * signal.firmness;
      if (evidence > (best.get(key)?.evidence ?? 0)) best.set(key, { member: signal.member, kind, side, evidence });
    }
  });
  const joined = new Map<string, WeighedReason>();
  for (const r of best.values()) {
    const key = [r.member, r.kind, String(r.side)].join('\u0000');
    joined.set(key, { ...r, evidence: r.evidence + (joined.get(key)?.evidence ?? 0) });
  }
  return [...joined.values()];
}

const show = (x: number): string => (x > 0 ? `+${x.toFixed(2)}` : x.toFixed(2));

function sentenceOf(r: Pick<TradeoffsReport, 'options' | 'best' | 'tornado'>): string {
  const top = r.options.find((o) => o.id === r.best);
  if (!top || top.payoff === null) return 'No member has given a reason for or against any option, so there is nothing to weigh.';
  const [bar] = r.tornado;
  const turning = r.tornado.filter((b) => b.turnsBest);
  const among = r.options.filter((o) => o.payoff !== null).length;
  const lead = among > 1 ? `By the reasons given, ${top.id} is worth most (${show(top.payoff)})` : `By the reasons that ${String(top.members.length)} ${top.members.length === 1 ? 'member' : 'members'} gave, ${top.id} is worth ${show(top.payoff)}`;
  const matters = bar && bar.swing > 0 ? `; the weight of ${bar.kind} matters most, moving it by ${bar.swing.toFixed(2)}` : '';
  const turn = among < 2 ? '' : turning.length > 0 ? `, and ${turning.map((b) => b.kind).join(' or ')} can put another option first` : ', and no single weight puts another option first';
  return `${lead}${matters}${turn}.`;
}

/** The report as a page of text, with the tornado's numbers. */
export function tradeoffsText(r: TradeoffsReport): string {
  const lines = [r.sentence, ''];
  for (const o of r.options) {
    lines.push(`${o.id}: ${o.payoff === null ? 'no reasons given' : show(o.payoff)}`);
    for (const m of [...o.members].sort((a, b) => a.payoff - b.payoff)) lines.push(`  ${memberName(m.member)} ${show(m.payoff)}  ${m.parts.map((p) => `${p.kind} ${show(p.adds)}`).join(', ')}`);
  }
  if (r.tornado.length > 0) {
    lines.push('', `${'weight of'.padEnd(20)}${'from'.padStart(6)}${'to'.padStart(6)}${'swing'.padStart(8)}  payoff at each end`);
    for (const b of r.tornado) lines.push(`${b.kind.padEnd(20)}${String(b.low).padStart(6)}${String(b.high).padStart(6)}${b.swing.toFixed(2).padStart(8)}  ${Object.keys(b.atLow).flatMap((id) => (b.atLow[id] === null ? [] : [`${id} ${show(b.atLow[id] ?? 0)} … ${show(b.atHigh[id] ?? 0)}`])).join('; ')}${b.turnsBest ? '  puts another option first' : ''}`);
  }
  lines.push('', ...r.notes);
  return `${lines.join('\n')}\n`;
}

const memberName = (m: StateCode): string => stateName(m).padEnd(16);
