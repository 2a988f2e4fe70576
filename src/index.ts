/**
 * Holdout as a library: pure functions, no disk, network or clock; only `loadSolver` reads the solver, once.
 *
 *     import { count, readDocument, resolveRule, stateCode } from 'holdout';
 *     const reading = readDocument({ text }, { options, roster, bodyNames: ['NATO'] });
 *
 * Several questions of one text, now or later, which gives the same readings in a third of the time or less:
 *
 *     const kept = encodeAnalysis(analyse({ text }));
 *     const analysis = decodeAnalysis(kept, { text }) ?? analyse({ text }); // null for another reader's bytes, or another text
 *     const readings = questions.map((question) => readAnalysed(analysis, question));
 */
export { readDocument, readStatements, readAgainst, readAnalysed, READER, type ReadableQuestion } from './read/read-document.js';
export { analyse, type Analysis } from './read/analysis/analyse.js';
export { decodeAnalysis, encodeAnalysis } from './read/kept-analysis.js';
export { readActs, type ActReading } from './read/relations/acts.js';
export { readInfluences, type InfluenceReading } from './read/relations/influences.js';
export { readAttributions, type ReadAttribution } from './read/attribution/read-attributions.js';
export { parseText } from './read/syntax/parse-text.js';
export { count, type Count, type CountInput } from './count/count.js';
export { resolveRule } from './count/rules.js';
export { parseRule } from './count/parse-rule.js';
export { cheapestFlips, type CheapestFlips, type Costs, type PricedFlips } from './count/cheapest-flips.js';
export type { IntegerProgram, Solve } from './count/integer-program.js';
export { loadSolver } from './app/solver.js';
export { chanceOfYes, DEFAULT_CHANCES, type ChanceOfYes } from './count/chances.js';
export { adoptionChance, type AdoptionChance } from './model/chance/adoption-chance.js';
export { commonLotChance, mixture } from './model/chance/common-lot.js';
export { gameOfRule } from './model/power/game-of-rule.js';
export { normalise as normalGame, parseGame, type GameRule, type NormalGame, type PowerGame } from './model/power/game.js';
export { power, type PowerReport } from './model/power/power.js';
export { liftedBy, type Lifting, type StatedCondition } from './count/lifting.js';
export { conditionKindOf, knownConditionKinds } from './knowledge/condition-kinds.js';
export { dominates, paretoSet } from './count/pareto.js';
export { derivePosition, type Position, type WeighedSignal } from './count/positions.js';
export { weighSignals, type PlacedSignal } from './app/weigh-signals.js';
export { challengeModel, type ChallengeRun } from './model/bargaining/challenge.js';
export { CHALLENGE_DEFAULTS, type ChallengeParameters } from './model/bargaining/challenge-parameters.js';
export { ktabModel, ktabMatrices, type KtabRun } from './model/bargaining/ktab.js';
export { KTAB_DEFAULTS, type KtabParameters, type SpatialActor } from './model/bargaining/ktab-parameters.js';
export { nashSolution, type NashParameters } from './model/bargaining/nash.js';
export { weightedMean, weightedMedian, type Actor } from './model/bargaining/one-shot.js';
export { simulate, type Simulation, type UncertainActor } from './model/bargaining/monte-carlo.js';
export { deGroot, type DeGrootLimit } from './model/influence/degroot.js';
export { friedkinJohnsen, type InfluenceLimit } from './model/influence/friedkin-johnsen.js';
export { spread, type Channel, type Listener, type Spread } from './model/influence/spread.js';
export { joinEdges, neighbourEdges, sharedBodyEdges, agreementEdges, type JoinedEdge } from './model/influence/edges.js';
export type { InfluenceBasis, InfluenceEdge } from './domain/influence.js';
export { agreements, leans } from './model/prior/agreement.js';
export { findPlan, type Aim, type Plan } from './model/plan/plan.js';
export type { Candidate, Carry, Lever, PlanProblem, Step } from './model/plan/problem.js';
export { optionPayoff, tornado, type WeighedReason } from './model/tradeoffs/payoff.js';
export { calibrationOf, scoresOf, type Scored, type Scores } from './model/forecast/scores.js';
export { seeded } from './model/random.js';
export { parseStateCode as stateCode, parseIsoDate as isoDate, type StateCode, type IsoDate } from './domain/ids.js';
export { resolveBody, rosterAt } from './knowledge/bodies.js';
export type { Signal, Reading, Condition, Reason } from './domain/signal.js';
export type { Statement, Attribution, SpeaksFor } from './domain/statement.js';
export type { SourceText } from './domain/document.js';
export type { Option, Question } from './domain/question.js';
export { STANCES, type PositionStance, type Stance } from './domain/stance.js';
export type { Span } from './domain/span.js';
