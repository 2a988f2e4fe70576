import type { IsoDate, StateCode } from '../domain/ids.js';
import type { Signal } from '../domain/signal.js';
import { STANCES, type PositionStance, type Stance } from '../domain/stance.js';
import type { Attribution } from '../domain/statement.js';
import { POSITION_WEIGHTS as W } from './position-weights.js';

/** A signal with what its weight depends on. */
export interface WeighedSignal {
  readonly signal: Pick<Signal, 'member' | 'stance' | 'firmness' | 'confidence' | 'asOf'>;
  readonly attribution: Attribution;
  /** Key of the claim's origin; claims of one origin count once. */
  readonly origin: string;
  /** Place in the text or register, ascending in time. */
  readonly order: number;
  /** Whether the speaker speaks for the member itself. */
  readonly ownVoice: boolean;
  /** Whether the words are those of a government, or of an office holder, that is no longer there; absent when they are not. */
  readonly former?: 'government' | 'holder';
  /** Whether the newest version of the page lacks the words; absent when it does not, or there is one version. */
  readonly retracted?: 'vanished' | 'replaced';
}

/** What is believed of a member: a distribution over stances and the one to show. */
export interface Position {
  readonly member: StateCode;
  readonly stance: PositionStance;
  /** 0–1: share of the weight behind the stance, damped when there is little of it. */
  readonly confidence: number;
  /** Weight share of each stance, 0–1; all 0 for silence. */
  readonly distribution: Readonly<Record<Stance, number>>;
  /** Whether support and opposition both carry a third or more of the weight. */
  readonly contested: boolean;
  /** Number of independent origins. */
  readonly origins: number;
  /** Indices into the input, strongest first. */
  readonly evidence: readonly number[];
  /** 0–1: how much of the weight behind the stance is a former government's or office holder's words. */
  readonly formerShare: number;
}

const DAY_MS = 86_400_000;
/** Beyond these a weight would vanish, and with it the order of what was said long ago. */
const MOST_HALVINGS = 200;

/**
 * Derives a member's position from its signals by the weights of `docs/weights.md`. Mild conditional readings ("reluctant", "has concerns") join plain opposition or
 * abstract support where there is any, since they name the same side less firmly. No signals: `unknown`.
 * @param day from which age is counted; the member's newest signal when absent or later
 */
export function derivePosition(member: StateCode, signals: readonly WeighedSignal[], day?: IsoDate): Position {
  const mine: { readonly s: WeighedSignal; readonly index: number }[] = [];
  signals.forEach((s, index) => {
    if (s.signal.member === member) mine.push({ s, index });
  });
  const distribution: Record<Stance, number> = { support: 0, oppose: 0, conditional: 0, 'abstract-support': 0, uncommitted: 0 };
  if (mine.length === 0) return { member, stance: 'unknown', confidence: 0, distribution, contested: false, origins: 0, evidence: [], formerShare: 0 };
  const newest = mine.reduce((d, { s }) => (s.signal.asOf !== undefined && s.signal.asOf > d ? s.signal.asOf : d), day ?? '');
  const lastOrder = Math.max(...mine.map(({ s }) => s.order));
  const firstOrder = Math.min(...mine.map(({ s }) => s.order));
  const hasPlain = (stance: Stance): boolean => mine.some(({ s }) => s.signal.stance === stance);
  const weighed = mine.map(({ s, index }) => {
    const age = newest !== '' && s.signal.asOf !== undefined ? (Date.parse(newest) - Date.parse(s.signal.asOf)) / DAY_MS : 0;
    const place = lastOrder === firstOrder ? 1 : (s.order - firstOrder) / (lastOrder - firstOrder);
    const weight =
      s.signal.confidence *
      (W.leastFirmness + (1 - W.leastFirmness) * s.signal.firmness) *
      W.attribution[s.attribution] *
      (s.ownVoice ? W.ownVoice : 1) *
      (s.former === undefined ? 1 : W.former[s.former]) *
      (s.retracted === undefined ? 1 : W.retracted[s.retracted]) *
      0.5 ** Math.min(age / W.halfLifeDays, MOST_HALVINGS) *
      (1 + (W.lastWord - 1) * place);
    let stance = s.signal.stance;
    if (stance === 'conditional' && s.signal.firmness < W.mildFirmness) {
      if (hasPlain('abstract-support')) stance = 'abstract-support';
      else if (hasPlain('oppose')) stance = 'oppose';
    }
    return { s, index, weight, stance };
  });
  // Claims of one origin count once for each stance: the strongest of them.
  const best = new Map<string, (typeof weighed)[number]>();
  for (const w of weighed) {
    const key = `${w.s.origin}\u0000${w.stance}`;
    const known = best.get(key);
    if (!known || known.weight < w.weight) best.set(key, w);
  }
  let total = 0;
  const former: Record<Stance, number> = { ...distribution };
  for (const w of best.values()) {
    distribution[w.stance] += w.weight;
    if (w.s.former !== undefined) former[w.stance] += w.weight;
    total += w.weight;
  }
  const weights = { ...distribution };
  for (const s of STANCES) distribution[s] = total === 0 ? 0 : distribution[s] / total;
  const stance = STANCES.reduce<Stance>((a, b) => (distribution[b] > distribution[a] ? b : a), 'support');
  const share = distribution[stance];
  return {
    member,
    stance,
    confidence: Math.round(share * (1 - Math.exp(-W.certainty * total)) * 100) / 100,
    distribution,
    contested: distribution.support >= W.contestedShare && distribution.oppose + distribution.conditional + distribution['abstract-support'] >= W.contestedShare,
    origins: new Set(mine.map(({ s }) => s.origin)).size,
    evidence: [...weighed].sort((a, b) => (b.stance === stance ? 1 : 0) - (a.stance === stance ? 1 : 0) || b.weight - a.weight).map((w) => w.index),
    formerShare: weights[stance] === 0 ? 0 : former[stance] / weights[stance],
  };
}
