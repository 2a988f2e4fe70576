import type { CountReport } from '../../domain/report.js';
import type { HoldoutStance, PositionStance } from '../../domain/stance.js';
import type { Attribution } from '../../domain/statement.js';
import { analysis } from './en-analysis.js';
import { help } from './en-help.js';
import { kinds } from './en-kinds.js';
import { models } from './en-models.js';
import { following } from './en-sources.js';
import { status } from './en-status.js';
import { work } from './en-work.js';

const n = (value: number): string => value.toLocaleString('en');
const plural = (value: number, one: string, many: string): string => `${n(value)} ${value === 1 ? one : many}`;
const stance: Readonly<Record<PositionStance, string>> = {
  support: 'Support',
  oppose: 'Oppose',
  conditional: 'Conditional',
  'abstract-support': 'Support in the abstract',
  uncommitted: 'Uncommitted',
  unknown: 'Unknown',
};
const attribution: Readonly<Record<Attribution, string>> = { 'on-record': 'on record', 'second-hand': 'second-hand', anonymous: 'anonymous', outlet: 'outlet' };
const meaning: Readonly<Record<HoldoutStance, string>> = {
  oppose: 'Said to be against it.',
  conditional: 'For it only once a condition is met that is still open.',
  'abstract-support': 'For it in principle, expected to balk at a real decision.',
};

/** English, complete: every word the page says. A text with a value in it is a function of the value. */
export const en = {
  language: 'en',
  direction: 'ltr',
  stance,
  attribution,
  ...analysis,
  ...help,
  ...kinds,
  ...models,
  ...following,
  ...status,
  ...work,
  skip: 'Skip to the content',
  waiting: 'Counting …',
  close: 'Close',
  tryAgain: 'Try again',
  untitled: 'untitled document',
  option: 'Option',
  silent: 'nothing said',
  contested: 'contested',
  condition: 'Condition:',
  noCoverage: 'No coverage has been read.',
  supposedHere: 'supposed here',
  backToNow: 'Back to now',
  backToEvidence: 'Back to the evidence',
  foot: 'Every position opens on the words it rests on. Silence is shown as silence. Nothing on this page is a forecast unless it says so.',
  origins: (count: number): string => plural(count, 'origin', 'origins'),
  readIn: (title: string): string => `Read it in ${title}`,
  asOf: (day: string): string => `As of ${day}: only what was said by then.`,
  knownAt: (instant: string): string => `As the register knew it at ${instant}.`,
  supposing: (name: string, word: string): string => `${name}: ${word}`,
  supposed: {
    notice: (what: string, count: string): string => `What if (${count} supposed): ${what}. The register is unchanged.`,
    met: (condition: string): string => `condition met: ${condition.charAt(0).toLowerCase()}${condition.slice(1)}`,
    without: (name: string): string => `without ${name}`,
    rule: (rule: string): string => `rule: ${rule}`,
    cost: (name: string, cost: string): string => `moving ${name} costs ${cost}`,
    chance: (name: string, chance: string): string => `chance of a yes from ${name}: ${chance}`,
    together: (share: string): string => `members move together with a chance of ${share}`,
  },
  citation: (title: string, proposal: string, several: boolean, day: string, knownAt: string | null, reader: string, hash: string): string =>
    `Holdout, “${title}”${several ? `, option “${proposal}”` : ''}, count as of ${day}${knownAt ? `, as known at ${knownAt}` : ''}${reader ? `, read by ${reader}` : ''}, register ${hash}.`,
  nav: { home: 'Holdout: all questions', question: 'Question', views: 'Views of this question', more: 'More' },
  views: { question: 'Count', deadlock: 'Deadlock', network: 'Network', compare: 'Compare', review: 'Review', sources: 'Sources', new: 'New question', methods: 'Methods' } as Readonly<Record<string, string>>,
  failure: {
    offline: 'The server does not answer. Start it again with “holdout serve”, then reload this page.',
    notExported: 'This exported page does not carry that. Open the question on a Holdout server for it.',
    unknown: 'That did not work, and the server did not say why.',
    ours: 'This view failed; that is a bug in Holdout. The rest of the page works.',
  },
  voice: { outlet: 'the outlet itself', unnamed: 'not named', speaksFor: (side: string): string => `, for ${side}`, firstIn: (name: string): string => `; first in ${name}` },
  figure: { save: 'Save and cite', copied: 'Copied.', notCopied: 'This browser does not allow copying; select the text instead.', copyCitation: 'Copy citation', copyLink: 'Copy link' },
  facts: {
    origins: 'independent origins',
    coverage: 'Coverage',
    ruleName: 'Decision rule',
    blockersName: 'Blockers',
    flips: (count: number, names: string): string => (count > 8 ? n(count) : `${n(count)}: ${names}`),
    flipsName: 'Fewest flips to adoption',
    deadlock: 'What would break it?',
    blockers: (count: number): string => `${plural(count, 'member', 'members')} can block.`,
    noBlockers: 'Nobody blocks.',
    unknown: (count: number, members: number): string => `Of ${n(count)} of ${n(members)} nothing is known.`,
  },
  seats: {
    title: 'Seats by stance',
    group: 'One seat for each member, from support to opposition; arrow keys move, Enter opens the member',
    hollow: (members: number): string => `of ${n(members)} not available`,
    hint: 'Point at a seat, or reach it with Tab and the arrow keys, to read its best evidence; choose it to open the member.',
    seat: (name: string, word: string, contested: boolean, assumed: boolean): string => `${name}: ${word}${assumed ? ', supposed' : ''}${contested ? ', contested' : ''}`,
    caption: (report: CountReport, groups: readonly number[]): string => {
      const order: readonly PositionStance[] = ['support', 'uncommitted', 'unknown', 'abstract-support', 'conditional', 'oppose'];
      const said: Readonly<Record<PositionStance, readonly [string, string]>> = {
        support: ['supports it', 'support it'],
        uncommitted: ['is uncommitted', 'are uncommitted'],
        unknown: ['has said nothing that was read', 'have said nothing that was read'],
        'abstract-support': ['supports it in the abstract only', 'support it in the abstract only'],
        conditional: ['sets a condition', 'set a condition'],
        oppose: ['opposes it', 'oppose it'],
      };
      const parts = order.flatMap((s, i) => ((groups[i] ?? 0) > 0 ? [plural(groups[i] ?? 0, ...said[s])] : []));
      return `Of ${plural(report.members.length, 'member', 'members')}, ${parts.join(', ')}. Square seats are not available now.`;
    },
  },
  map: {
    title: 'Where they are',
    group: 'Map of the members; arrow keys move, Enter opens the member',
    show: { world: 'Show the world', europe: 'Show Europe' },
    caption: (report: CountReport, markers: number, outside: number): string =>
      `Of ${plural(report.members.length, 'member', 'members')}, ${plural(report.count.holdouts.length, 'is', 'are')} not available (warm colours) and ${plural(report.count.supporters.length, 'supports', 'support')} it (blue); areas are true to size and say nothing of votes.${markers > 0 ? ` ${plural(markers, 'member', 'members')} too small to see ${markers === 1 ? 'has' : 'have'} a mark.` : ''}${outside > 0 ? ` ${n(outside)} off this map ${outside === 1 ? 'stands' : 'stand'} at its left edge.` : ''}`,
  },
  holdouts: { title: 'Holdouts', none: 'No member is known to hold out.', meaning },
  everyone: {
    title: (members: number): string => `All ${plural(members, 'member', 'members')}`,
    find: 'Find a member',
    nobody: (wanted: string): string => `No member is called “${wanted}”.`,
  },
  changes: {
    title: (since: string): string => `Since your last visit on ${since}`,
    none: 'No position changed.',
    because: (cause: string, quote: string): string => `${cause === 'person' ? 'decided by a person' : cause === 'reader' ? 'read anew' : 'new coverage'}: “${quote.length > 140 ? `${quote.slice(0, 140)} …` : quote}”`,
    firmer: (count: number): string => `${plural(count, 'position', 'positions')} became firmer or weaker without changing.`,
  },
  time: {
    title: 'Replay the count',
    which: 'Which time',
    valid: 'By what was said when',
    recorded: 'As we knew it then',
    now: 'Now',
    toNow: 'To now',
    play: 'Replay',
    pause: 'Pause',
    thinned: 'Not every moment is shown.',
    oneDay: 'The count has not changed since the first day on which something was said.',
    oneInstant: 'The count has not changed since the register first knew of it.',
  },
  nothingRead: { what: 'Nothing has been read for this question, so every member is unknown. Silence is neither consent nor refusal.', add: 'Add coverage' },
  home: { title: (count: number): string => (count === 1 ? 'One question' : `${n(count)} questions`) },
};
