import type { SourceText } from '../../src/domain/document.js';
import type { ReadableQuestion } from '../../src/read/read-document.js';
import { day, state } from '../register/helpers.js';

/** An invented article in which the offline reader and an honest model find the same positions, and the model one more. */
export const TEXT = `Allies remain split over an invitation to Ukraine

Hungary opposes inviting Ukraine to join the alliance, its foreign minister, Péter Szijjártó, said on Monday. “We will not support the invitation as long as the war goes on,” he said.

Poland backs the invitation of Ukraine to join the alliance now, Prime Minister Donald Tusk told reporters in Warsaw.

In Bratislava the mood was different. Slovakia’s government made it plain that it would withhold its consent, were the invitation of Ukraine put to it tomorrow.

On the invitation of Ukraine one word came from the American delegation, and that word was rejection.

Germany’s delegation left the meeting on the invitation early. Spain welcomed the new rules on fisheries. The weather in Brussels was mild.`;

export const source: SourceText = { text: TEXT, publisher: 'Harbour Post', published: day('2024-10-14') };

export const question: ReadableQuestion = {
  options: [
    { id: 'invite-now', proposal: 'Invite Ukraine to join the alliance now, during the war.', aliases: ['invitation to Ukraine'] },
    { id: 'fund', proposal: 'Create a common fund for ammunition.', aliases: ['ammunition fund'] },
  ],
  roster: ['HUN', 'POL', 'SVK', 'DEU', 'ESP', 'USA'].map(state),
  bodyNames: ['NATO', 'alliance'],
};

type Claim = Record<string, unknown>;
export const statement = (quote: string, more: Claim = {}): Claim => ({ quote, speaker: '', speaksFor: '', attribution: 'outlet', origin: '', ...more });
export const signal = (n: number, member: string, stance: string, evidence: string, more: Claim = {}): Claim => ({
  statement: n,
  member,
  option: 'invite-now',
  stance,
  firmness: 0.9,
  confidence: 0.9,
  evidence,
  condition: null,
  reasons: [],
  ...more,
});

const HUN = 'We will not support the invitation as long as the war goes on';
const POL = 'Poland backs the invitation of Ukraine to join the alliance now';
const USA = 'one word came from the American delegation, and that word was rejection';
const SVK = 'Slovakia’s government made it plain that it would withhold its consent';

/** What an honest model answers about the article. */
export const honest = {
  statements: [
    statement('Hungary opposes inviting Ukraine to join the alliance', { speaker: 'Péter Szijjártó', speaksFor: 'HUN', attribution: 'on-record' }),
    statement(HUN, { speaker: 'Péter Szijjártó', speaksFor: 'HUN', attribution: 'on-record' }),
    statement(POL, { speaker: 'Donald Tusk', speaksFor: 'POL', attribution: 'on-record' }),
    statement(SVK),
    statement(USA),
  ],
  signals: [
    signal(0, 'HUN', 'oppose', 'Hungary opposes inviting Ukraine to join the alliance'),
    signal(1, 'HUN', 'conditional', 'We will not support the invitation', { condition: { kind: 'while', quote: 'as long as the war goes on' } }),
    signal(2, 'POL', 'support', POL),
    signal(4, 'USA', 'oppose', USA),
  ],
};
export const slovak = signal(3, 'SVK', 'oppose', 'it would withhold its consent');
