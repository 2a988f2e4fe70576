import type { IsoDate, StateCode } from '../../domain/ids.js';
import type { Signal } from '../../domain/signal.js';
import type { Statement } from '../../domain/statement.js';
import type { Span } from '../../domain/span.js';
import type { TokenStatement } from '../statements/build-statements.js';
import type { TopicMap } from '../topic/match-topic.js';
import type { SpeaksOfRival } from '../topic/rivals.js';
import { spanOfTokens, type Tree } from '../tree.js';
import type { Actor, Cast } from '../who/actors.js';
import { attitudesOf } from './attitudes.js';
import { findByClassifier } from './classifier/classify.js';
import { judge } from './classifier/judge.js';
import { stanceModels, type StanceModels } from './classifier/models.js';
import { reasonsOf } from './context.js';
import { findByRule, type Finding } from './find-by-rule.js';
import { ownersOf } from './owners.js';

/** Signals of one option, with any outlet statements they needed appended to the list. */
export interface SignalReading {
  readonly signals: readonly Signal[];
  readonly statements: readonly Statement[];
}

/** What the reading of one option rests on. */
export interface SignalContext {
  readonly cast: Cast;
  readonly topic: TopicMap;
  readonly statements: readonly TokenStatement[];
  readonly option: string;
  /** Where the question has several options: whether words speak of another one. */
  readonly speaksOfRival?: SpeaksOfRival;
  /** Whether words that name no option are about this one; true when absent. */
  readonly isLeading?: boolean;
  readonly roster: ReadonlySet<StateCode>;
  readonly publisher: string;
  readonly asOf?: IsoDate;
}

/** Least firmness of construction, topic and modality at which a rule's reading is worth judging. */
const LEAST = 0.3;

/**
 * Reads every stance on one option that the text states, with its words.
 * @param models what judges them; those that ship with the project when absent
 */
export function readSignals(c: SignalContext, models: StanceModels = stanceModels()): SignalReading {
  const { tree } = c.cast;
  const owner = ownersOf(c.statements, tree);
  const book = outletBook(c, owner);
  const byRule = ruleFindings(c, owner);
  const findings = [...judge(c, owner, byRule, models.findings), ...findByClassifier(c, owner, byRule, models.pairs).filter((f) => !isOfRival(c, f))];
  return { signals: findings.flatMap((f) => signalsOf(c, f, book.statementFor(f.attitude.head))), statements: book.statements };
}

/** What rules find that is worth judging. */
export const ruleFindings = (c: SignalContext, owner: (token: number) => number): Finding[] => findByRule(c, attitudesOf(c.cast.tree, c.topic), owner).filter((f) => f.confidence >= LEAST && !isOfRival(c, f));

/** Whether an attitude is to another option: its target names more of that one, or nothing, and the text speaks of the other most. */
function isOfRival(c: SignalContext, { attitude }: Finding): boolean {
  if (!c.speaksOfRival) return false;
  if (attitude.topic.how === 'context') return c.isLeading === false;
  return c.speaksOfRival(c.cast.tree, attitude.tokens.filter((i) => !attitude.chain.includes(i)));
}

/** One signal for each member that a finding speaks of. */
function signalsOf(c: SignalContext, f: Finding, statement: number): Signal[] {
  const { tree } = c.cast;
  const evidence: [Span, ...Span[]] = [evidenceSpan(tree, f.attitude.tokens, f.attitude.head, f.actor)];
  const reasons = reasonsOf(tree, f.attitude);
  return f.members.map((member) => ({
    member,
    option: c.option,
    stance: f.stance,
    firmness: Math.round(f.firmness * 100) / 100,
    confidence: Math.round(Math.min(0.99, f.confidence) * 100) / 100,
    ...(f.condition ? { condition: { span: f.condition.span, kind: f.condition.kind } } : {}),
    reasons,
    ...(c.asOf ? { asOf: c.asOf } : {}),
    statement,
    evidence,
    rule: f.rule,
  }));
}

/** The statements of a text, and the outlet's own for words that nobody is quoted with: one for each sentence that needs it. */
function outletBook(c: SignalContext, owner: (token: number) => number): { readonly statements: Statement[]; readonly statementFor: (token: number) => number } {
  const { tree } = c.cast;
  const statements: Statement[] = c.statements.map((s) => s.statement);
  const outletAt = new Map<number, number>();
  const statementFor = (token: number): number => {
    const own = owner(token);
    if (own >= 0) return own;
    const si = tree.sentenceIndexOf(token);
    const known = outletAt.get(si);
    if (known !== undefined) return known;
    const s = tree.sentenceOf(token);
    statements.push({
      speaker: c.publisher,
      speaksFor: { kind: 'nobody' },
      about: [...new Set(c.cast.mentions.filter((m) => m.first >= s.first && m.last <= s.last).map((m) => m.state))],
      attribution: 'outlet',
      directness: 'indirect',
      source: [],
      cue: [],
      content: [{ start: s.start, end: s.end }],
      rule: 'statement/outlet',
    });
    outletAt.set(si, statements.length - 1);
    return statements.length - 1;
  };
  return { statements, statementFor };
}

/** The words to show: from the holder to the end of the target, within the sentence; the whole sentence when that is short. */
function evidenceSpan(tree: Tree, tokens: readonly number[], head: number, actor: Actor): Span {
  const s = tree.sentenceOf(head);
  const near = [...tokens, ...actor.heads].filter((i) => i >= s.first && i < s.last);
  const span = spanOfTokens(tree, near.length > 0 ? near : [head]);
  return s.end - s.start <= 240 ? { start: s.start, end: s.end } : span;
}

