import type { StateCode } from '../domain/ids.js';
import type { Signal } from '../domain/signal.js';
import { STANCES, type PositionStance, type Stance } from '../domain/stance.js';
import type { Attribution } from '../domain/statement.js';

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
}

/** How much a claim weighs by how it reached us; reasons in docs/positions.md. */
const ATTRIBUTION_WEIGHT: Record<Attribution, number> = { 'on-record': 1, anonymous: 0.7, 'second-hand': 0.65, outlet: 0.8 };
const OWN_VOICE = 1.25;
/** Weight halves with each this many days before the newest signal. */
const HALF_LIFE_DAYS = 180;
/** Within one text a later signal outweighs an earlier one by up to this factor. */
const RECENCY = 1.35;
/** A mild reading ("reluctant") yields to a plain one of the same side. */
const MILD_FIRMNESS = 0.5;

const DAY_MS = 86_400_000;

/**
 * Derives a member's position from its signals. Mild conditional readings ("reluctant", "has concerns") join plain opposition or
 * abstract support where there is any, since they name the same side less firmly. No signals: `unknown`.
 */
export function derivePosition(member: StateCode, signals: readonly WeighedSignal[]): Position {
  const mine = signals.map((s, index) => ({ s, index })).filter(({ s }) => s.signal.member === member);
  const distribution: Record<Stance, number> = { support: 0, oppose: 0, conditional: 0, 'abstract-support': 0, uncommitted: 0 };
  if (mine.length === 0) return { member, stance: 'unknown', confidence: 0, distribution, contested: false, origins: 0, evidence: [] };
  const newest = mine.reduce((d, { s }) => (s.signal.asOf !== undefined && s.signal.asOf > d ? s.signal.asOf : d), '');
  const lastOrder = Math.max(...mine.map(({ s }) => s.order));
  const firstOrder = Math.min(...mine.map(({ s }) => s.order));
  const hasPlain = (stance: Stance): boolean => mine.some(({ s }) => s.signal.stance === stance);
  const weighed = mine.map(({ s, index }) => {
    const age = newest !== '' && s.signal.asOf !== undefined ? (Date.parse(newest) - Date.parse(s.signal.asOf)) / DAY_MS : 0;
    const place = lastOrder === firstOrder ? 1 : (s.order - firstOrder) / (lastOrder - firstOrder);
    const weight =
      s.signal.confidence * (0.4 + 0.6 * s.signal.firmness) * ATTRIBUTION_WEIGHT[s.attribution] * (s.ownVoice ? OWN_VOICE : 1) * 0.5 ** (age / HALF_LIFE_DAYS) * (1 + (RECENCY - 1) * place);
    let stance = s.signal.stance;
    if (stance === 'conditional' && s.signal.firmness < MILD_FIRMNESS) {
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
  for (const w of best.values()) {
    distribution[w.stance] += w.weight;
    total += w.weight;
  }
  for (const s of STANCES) distribution[s] = total === 0 ? 0 : distribution[s] / total;
  const stance = STANCES.reduce<Stance>((a, b) => (distribution[b] > distribution[a] ? b : a), 'support');
  const share = distribution[stance];
  return {
    member,
    stance,
    confidence: Math.round(share * (1 - Math.exp(-2.2 * total)) * 100) / 100,
    distribution,
    contested: distribution.support >= 1 / 3 && distribution.oppose + distribution.conditional + distribution['abstract-support'] >= 1 / 3,
    origins: new Set(mine.map(({ s }) => s.origin)).size,
    evidence: [...weighed].sort((a, b) => (b.stance === stance ? 1 : 0) - (a.stance === stance ? 1 : 0) || b.weight - a.weight).map((w) => w.index),
  };
}
