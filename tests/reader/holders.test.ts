import { describe, expect, it } from 'vitest';
import { bodyNamesOf, rosterOf } from '../../src/work/readable-question.js';
import type { IsoDate } from '../../src/domain/ids.js';
import { readDocument, type ReadableQuestion } from '../../src/read/read-document.js';

const roster = rosterOf({ body: 'EU Council' }, '2019-05-01' as IsoDate);
const ask = (proposal: string): ReadableQuestion => ({ options: [{ id: 'adopt', proposal, aliases: [] }] as unknown as ReadableQuestion['options'], roster, bodyNames: bodyNamesOf('EU Council') });
/** Strongest stance read for each member, as "DEU oppose, FRA support". */
function read(proposal: string, text: string): string {
  const reading = readDocument({ text, title: proposal }, ask(proposal));
  const best = new Map<string, { stance: string; confidence: number }>();
  for (const s of reading.signals) if ((best.get(s.member)?.confidence ?? 0) < s.confidence) best.set(s.member, s);
  return [...best].sort(([a], [b]) => a.localeCompare(b)).map(([m, s]) => `${m} ${s.stance}`).join(', ');
}

const CAP = 'Cap the price of imported gas.';
describe('who holds a stance, by construction', () => {
  it.each([
    ['a participle after "with"', CAP, 'The price cap on imported gas passed with Denmark abstaining.', 'DNK uncommitted'],
    ['two of them', CAP, 'The price cap on imported gas passed, with Denmark and Malta voting against.', 'DNK oppose, MLT oppose'],
    ['a relative clause after "among"', CAP, 'Denmark, Malta and Latvia were among ten that abstained on the gas price cap.', 'DNK uncommitted, LVA uncommitted, MLT uncommitted'],
    ['one of the supporters', CAP, 'Italy is among the supporters of a price cap on imported gas.', 'ITA support'],
    ['a list whose verb the parser gives to another', CAP, 'Greece and Italy opposed the gas price cap and Denmark, Malta, Latvia and Estonia abstained.', 'DNK uncommitted, EST uncommitted, GRC oppose, ITA oppose, LVA uncommitted, MLT uncommitted'],
    ['a verb that looks like a noun', CAP, 'Greece and Italy press for a cap on the price of imported gas.', 'GRC support, ITA support'],
    ['a preposition without its object', CAP, 'Ministers debated the price cap on imported gas. Portugal spoke against.', 'PRT oppose'],
    ['taking a side', CAP, 'Germany opposes a cap on the price of imported gas. Austria sides with Berlin.', 'AUT oppose, DEU oppose'],
    ['sharing doubts', CAP, 'Germany rejected a cap on the price of imported gas. Finland shares Berlin’s concerns.', 'DEU oppose, FIN oppose'],
    ['some of those who voted, named after it', CAP, 'Twelve members voted in favour of the gas price cap, among them France, Poland and Italy.', 'FRA support, ITA support, POL support'],
    ['a subject parted from its predicate', CAP, 'Greece and Spain, where gas is scarce, are opposed to any price cap on imported gas.', 'ESP oppose, GRC oppose'],
    ['support that asks for more', CAP, 'Poland supports the price cap on imported gas but wants guarantees.', 'POL conditional'],
    ['an act that waits for something', CAP, 'Ministers debated a price cap on imported gas. Malta asked for more money before endorsing the price cap.', 'MLT conditional'],
    ['a judgement after "remains"', CAP, 'The French energy minister, Agnes Morel, said the price cap on imported gas remained indispensable.', 'FRA support'],
  ])('%s', (_, proposal, text, expected) => {
    expect(read(proposal, text)).toBe(expected);
  });

  it.each([
    ['ending what is to be banned', 'Ban the sale of diesel cars.', 'Spain backs an end to the sale of diesel cars.', 'ESP support'],
    ['ending the ban', 'Ban the sale of diesel cars.', 'Spain wants to lift the ban on the sale of diesel cars.', 'ESP oppose'],
    ['keeping what is to be lifted', 'Lift the embargo on arms for Libya.', 'Spain wants to keep the arms embargo on Libya.', 'ESP oppose'],
  ])('%s', (_, proposal, text, expected) => {
    expect(read(proposal, text)).toBe(expected);
  });

  it.each([
    ['what somebody is not going to do', CAP, 'Spain is not going to accept a price cap on imported gas.', 'ESP oppose'],
    ['no problem with something else', CAP, 'Ministers discussed the price cap on imported gas. Malta sees no problem in adding another state to the list.', ''],
    ['a vote that was cast outweighs kind words', CAP, 'Malta remains committed to the price cap on imported gas in principle. On Friday Malta abstained from the vote on the gas price cap.', 'MLT uncommitted'],
    ['another thing of its own is not the proposal', CAP, 'Ministers discussed the price cap on imported gas. Greece wants durum wheat exempted.', ''],
    ['the opposition does not speak for a state', CAP, 'Ministers discussed the price cap on imported gas. The German opposition rejected it.', ''],
    ['a question states nothing', CAP, 'Will Hungary oppose the price cap on imported gas?', ''],
  ])('%s', (_, proposal, text, expected) => {
    expect(read(proposal, text)).toBe(expected);
  });
});

describe('whose side a minister without a state is on', () => {
  const sideOf = (text: string, name: string): unknown => readDocument({ text }, ask(CAP)).statements.find((s) => s.speaker.includes(name))?.speaksFor;
  it('is that of the state which opens the paragraph', () => {
    expect(sideOf('Spain has yet to decide on a price cap. “We are studying the figures,” State Secretary Luis Carrizo told reporters.', 'Carrizo')).toEqual({ kind: 'state', state: 'ESP' });
  });
  it('stays open where the state is only spoken of', () => {
    expect(sideOf('The chairman told reporters that Sweden had done enough. President Marko Levandis replied that his parliament was in no mood for it.', 'Levandis')).toEqual({ kind: 'nobody' });
  });
});
