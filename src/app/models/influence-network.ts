import defaults from '../../../knowledge/models/influence.json' with { type: 'json' };
import type { Failure } from '../../domain/failure.js';
import type { IsoDate, StateCode } from '../../domain/ids.js';
import { INFLUENCE_BASES, type InfluenceBasis, type InfluenceEdge } from '../../domain/influence.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { PositionStance } from '../../domain/stance.js';
import { resolveBody } from '../../knowledge/bodies.js';
import { agreementEdges, joinEdges, neighbourEdges, sharedBodyEdges, type JoinedEdge } from '../../model/influence/edges.js';
import { agreements } from '../../model/prior/agreement.js';
import { memberOf } from '../count-input.js';
import { parseList, parseNumberPairs } from '../pairs.js';
import type { Situation } from '../reports.js';
import { parseEdges } from './edges-file.js';
import type { InputFile } from './input-file.js';
import { parseRollCalls } from './roll-calls-file.js';

/** Where influence edges come from, as a shell gives it. */
export interface EdgeSources {
  /** `USA:DEU=0.6,…`: edges by hand. */
  readonly edge?: string;
  /** Which bases count besides those by hand: all but `voting-agreement` when absent, and that too when roll calls are given. */
  readonly bases?: string;
}

/** The files that edges may come from. */
export interface EdgeFiles {
  readonly edges: InputFile | null;
  /** Roll calls of the UN General Assembly. */
  readonly prior: InputFile | null;
}

export interface Network {
  readonly edges: readonly JoinedEdge[];
  /** By member, as given or by its stance. */
  readonly stubbornness: ReadonlyMap<StateCode, number>;
  readonly notes: readonly string[];
}

/** Stubbornness by stance where nobody gave it; 0 for silence. */
const stubbornnessOf = (stance: PositionStance): number => (stance === 'unknown' ? 0 : defaults.stubbornness[stance]);

/**
 * Who carries whom on a question: edges by hand, from texts, land borders, shared bodies and roll calls, as asked for.
 * @param told edges that texts tell of, see `textRelations`
 */
export function networkOf(s: Situation, stanceOf: (member: StateCode) => PositionStance, sources: EdgeSources, files: EdgeFiles, day: IsoDate, told: readonly InfluenceEdge[]): Result<Network, Failure> {
  const bases = basesOf(sources.bases, files.prior !== null);
  if (!bases.ok) return bases;
  const hand = edgesByHand(sources.edge, s.roster);
  if (!hand.ok) return hand;
  const given = files.edges ? parseEdges(files.edges, s.roster) : ok({ edges: [], stubbornness: new Map<StateCode, number>() });
  if (!given.ok) return given;
  const notes: string[] = [];
  const found: InfluenceEdge[] = [...given.value.edges, ...hand.value];
  if (bases.value.includes('text')) found.push(...told);
  if (bases.value.includes('neighbour')) found.push(...neighbourEdges(s.roster));
  if (bases.value.includes('shared-body')) found.push(...sharedBodyEdges(s.roster, resolveBody(s.question.body)?.id ?? s.question.body, day));
  if (files.prior && bases.value.includes('voting-agreement')) {
    const rollCalls = parseRollCalls(files.prior);
    if (!rollCalls.ok) return rollCalls;
    found.push(...agreementEdges(agreements(rollCalls.value.rollCalls, s.roster)));
    if (rollCalls.value.unknownVoters.length > 0) notes.push(`${files.prior.name} has votes of ${String(rollCalls.value.unknownVoters.length)} voters that Holdout does not know (${rollCalls.value.unknownVoters.slice(0, 3).join(', ')}); they are left out.`);
  }
  const edges = joinEdges(found, s.roster);
  const stubbornness = new Map(s.roster.map((m) => [m, given.value.stubbornness.get(m) ?? stubbornnessOf(stanceOf(m))]));
  const used = INFLUENCE_BASES.filter((b) => edges.some((e) => e.parts.some((p) => p.basis === b)));
  notes.push(edges.length === 0 ? 'No influence edge is known; edges can be given by hand, such as USA:DEU=0.6.' : `${String(edges.length)} influence ${edges.length === 1 ? 'edge' : 'edges'}, from: ${used.join(', ')}. Weights that nobody gave are conventions: ${bases.value.flatMap((b) => (b in defaults.weights ? [`${b} ${String(defaults.weights[b as keyof typeof defaults.weights])}`] : [])).join(', ') || 'none in use'}.`);
  return ok({ edges, stubbornness, notes });
}

function basesOf(raw: string | undefined, hasPrior: boolean): Result<readonly InfluenceBasis[], Failure> {
  if (raw === undefined) return ok(INFLUENCE_BASES.filter((b) => b !== 'voting-agreement' || hasPrior));
  const out: InfluenceBasis[] = [];
  for (const name of parseList(raw)) {
    const basis = INFLUENCE_BASES.find((b) => b === name);
    if (name !== 'none' && !basis) return err({ code: 'usage', category: 'caller', message: `"${name}" is no basis of influence; use some of: ${INFLUENCE_BASES.join(', ')}, or none.` });
    if (basis) out.push(basis);
  }
  return ok(out);
}

function edgesByHand(raw: string | undefined, roster: readonly StateCode[]): Result<InfluenceEdge[], Failure> {
  const pairs = parseNumberPairs(raw, 'Influence edges', 'USA:DEU=0.6', 0, 1);
  if (!pairs.ok) return pairs;
  const out: InfluenceEdge[] = [];
  for (const [name, weight] of Object.entries(pairs.value)) {
    const [source, listener, ...rest] = name.split(':');
    if (!source || !listener || rest.length > 0) return err({ code: 'usage', category: 'caller', message: `An influence edge is FROM:TO=WEIGHT, such as USA:DEU=0.6; "${name}" is none.` });
    const [from, to] = [memberOf(source, roster), memberOf(listener, roster)];
    if (!from.ok) return from;
    if (!to.ok) return to;
    out.push({ from: from.value, to: to.value, weight, basis: 'hand' });
  }
  return ok(out);
}
