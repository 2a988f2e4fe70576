import type { StateCode } from '../../domain/ids.js';
import type { Attitude } from './attitude.js';
import { stanceOdds, type StanceClass } from './stance-model.js';
import type { ActClass } from '../topic/compile-topic.js';
import type { TopicHit, TopicMap } from '../topic/match-topic.js';
import type { Tree } from '../tree.js';
import { attitudesOf, type Attitudes } from './attitudes.js';
import { candidatesOf, type Candidate } from './candidates.js';
import { candidateFeatures, signReader, type FeatureContext } from './candidate-features.js';
import { findByRule, type Finding, type RuleContext } from './find-by-rule.js';

/** A candidate with the features that its odds are read from, and what the rules found for it. */
export interface DescribedCandidate {
  readonly candidate: Candidate;
  readonly features: readonly string[];
  readonly findings: readonly Finding[];
}

/** Candidates of a text with their features. What rules found counts for a candidate when it speaks of its member in the same sentence. */
export function describeCandidates(c: RuleContext, attitudes: Attitudes, findings: readonly Finding[], owner: (token: number) => number, wanted: (x: Candidate) => boolean = () => true): DescribedCandidate[] {
  const { tree } = c.cast;
  const candidates = candidatesOf(c.cast, c.roster).filter(wanted);
  if (candidates.length === 0) return [];
  const bySentence = groupBySentence(tree, findings);
  const looseTopic = loosely(c.topic);
  const loose = groupBySentence(tree, findByRule({ ...c, topic: looseTopic }, attitudesOf(tree, looseTopic), owner));
  const forMember = (list: ReadonlyMap<number, readonly Finding[]>, x: Candidate): Finding[] => (list.get(tree.sentenceIndexOf(x.token)) ?? []).filter((f) => f.members.some((m: StateCode) => x.members.includes(m)));
  const foundFor = (x: Candidate): Finding[] => forMember(bySentence, x);
  const context: FeatureContext = {
    cast: c.cast,
    topic: c.topic,
    statements: c.statements,
    signOf: signReader(tree, c.topic, attitudes.at),
    ruleFor: (x) => {
      const best = strongest(foundFor(x));
      return best === null ? null : `${best.stance}/${best.how}/${best.attitude.topic.how}`;
    },
    looseFor: (x) => {
      const best = strongest(forMember(loose, x));
      return best === null ? null : `${best.stance}/${best.how}/${best.attitude.topic.how}/${String(Math.min(3, best.attitude.chain.length))}`;
    },
    looseBefore: (si) => strongest(loose.get(si - 1) ?? [])?.stance ?? null,
    ruleBefore: (si) => strongest(bySentence.get(si - 1) ?? [])?.stance ?? null,
  };
  return candidates.map((candidate) => ({ candidate, features: candidateFeatures(context, candidate), findings: foundFor(candidate) }));
}

/** The topic as a text about nothing else would have it: whatever a predicate is said of is taken for the proposal. */
function loosely(topic: TopicMap): TopicMap {
  const hit: TopicHit = { strength: 0.5, direction: 1, how: 'context', concepts: 0 };
  return { ...topic, hitOf: (tokens) => topic.hitOf(tokens) ?? hit, contextOf: (token) => topic.contextOf(token) ?? hit };
}

function groupBySentence(tree: Tree, findings: readonly Finding[]): Map<number, Finding[]> {
  const out = new Map<number, Finding[]>();
  for (const f of findings) {
    const si = tree.sentenceIndexOf(f.attitude.head);
    out.set(si, [...(out.get(si) ?? []), f]);
  }
  return out;
}

const strongest = (findings: readonly Finding[]): Finding | null => findings.reduce<Finding | null>((best, f) => (best === null || f.confidence > best.confidence ? f : best), null);

/** Odds at which a candidate that no rule speaks of is given the stance the model sees; measured in the model card. */
const SURE = 0.99;
/** Acts under which words for and against may speak of the thing or of its ban: there the model mistakes one for the other. */
const UNSURE_ACTS: ReadonlySet<ActClass> = new Set(['ban', 'keep']);
/** What the model's word is worth beside a rule's. */
const MODEL_WORTH = 0.6;

/** Stances that the model sees where rules see nothing, in a text that is about the proposal. */
export function findByModel(c: RuleContext, attitudes: Attitudes, findings: readonly Finding[], owner: (token: number) => number): Finding[] {
  if (!c.topic.isAbout || c.topic.act === null || UNSURE_ACTS.has(c.topic.act)) return [];
  const { tree } = c.cast;
  const heard = new Set(findings.flatMap((f) => f.members));
  const out: Finding[] = [];
  // Where a rule has read a member anywhere in the text, the model adds nothing.
  for (const { candidate, features } of describeCandidates(c, attitudes, findings, owner, (x) => !x.members.some((m) => heard.has(m)))) {
    const odds = stanceOdds(features);
    const [best, p] = (Object.entries(odds) as [StanceClass, number][]).reduce((a, b) => (b[1] > a[1] ? b : a));
    // A question states nothing.
    if (best === 'none' || p < SURE || tree.token(tree.sentenceOf(candidate.token).last - 1).form === '?') continue;
    const sign = best === 'support' ? 1 : best === 'oppose' ? -1 : 0;
    const attitude: Attitude = { head: candidate.token, sign, firm: 0.7, stance: null, topic: { strength: 0.5, direction: 1, how: 'context', concepts: 0 }, tokens: [candidate.token], path: ['model'], negated: false, chain: [candidate.token] };
    out.push({ attitude, actor: candidate.actor, members: candidate.members, stance: best, how: 'modified', condition: null, firmness: 0.7, confidence: p * MODEL_WORTH, rule: 'model/stance@1' });
  }
  return out;
}
