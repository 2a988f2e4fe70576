import { describe, expect, it } from 'vitest';
import { parseText } from '../../src/read/syntax/parse-text.js';
import { compileTopic } from '../../src/read/topic/compile-topic.js';
import { mapTopic } from '../../src/read/topic/match-topic.js';
import { createTree, range } from '../../src/read/tree.js';
import { findStateMentions } from '../../src/read/who/state-mentions.js';

/** Which way a phrase points in a text that is about the proposal; null when it does not speak of it. */
function directionOf(proposal: string, phrase: string): 1 | -1 | null {
  const parsed = parseText(`${proposal} Ministers discussed ${phrase}.`);
  const last = parsed.sentences[1];
  if (!last) throw new Error(`no second sentence in: ${phrase}`);
  const map = mapTopic(createTree(parsed), compileTopic(proposal, [], []), findStateMentions(parsed));
  return map.hitOf(range(last.first + 2, last.last - 1))?.direction ?? null;
}

describe('which way words point, beside what is proposed', () => {
  it.each([
    ['a restriction that is to end', 'Lift the arms embargo on Bosnia.', 'the arms embargo on Bosnia', -1],
    ['ending it', 'Lift the arms embargo on Bosnia.', 'an end to the arms embargo on Bosnia', 1],
    ['keeping it', 'Lift the arms embargo on Bosnia.', 'keeping the arms embargo on Bosnia', -1],
    ['a restriction that is to stay', 'Keep the moratorium on commercial whaling.', 'the moratorium on commercial whaling', 1],
    ['what it holds back', 'Keep the moratorium on commercial whaling.', 'a return to commercial whaling', -1],
    ['its end', 'Keep the moratorium on commercial whaling.', 'overturning the moratorium on commercial whaling', -1],
    ['a ban on what is to be allowed', 'Allow a one-off sale of stockpiled ivory.', 'a ban on the sale of ivory', -1],
    ['talks that are to stop', 'Suspend accession talks with Turkey.', 'accession talks with Turkey', -1],
    ['a freeze of talks that are to stop', 'Suspend accession talks with Turkey.', 'freezing the accession talks with Turkey', 1],
    ['breaking them off', 'Suspend accession talks with Turkey.', 'breaking off the accession talks with Turkey', 1],
    ['going on with them', 'Suspend accession talks with Turkey.', 'carrying on the accession talks with Turkey', -1],
    ['an amount that is to rise', 'Raise the oil output ceiling.', 'a higher ceiling for oil output', 1],
    ['an amount left where it is', 'Raise the oil output ceiling.', 'keeping the oil output ceiling', -1],
    ['less of it', 'Raise the oil output ceiling.', 'a cut in oil output', -1],
    ['a smaller cut', 'Cut oil output by a million barrels.', 'a smaller cut in oil output', -1],
    ['lower output', 'Cut oil output by a million barrels.', 'lower oil output', 1],
    ['an ease of what restricts', 'Extend the sanctions against Iran.', 'an easing of the sanctions against Iran', -1],
    ['tougher ones', 'Extend the sanctions against Iran.', 'tougher sanctions against Iran', 1],
    ['troops that are to leave', 'Withdraw troops from Lebanon.', 'bringing the troops home from Lebanon', 1],
    ['an isolation that is to end', 'Readmit South Africa to the assembly.', 'an end to South Africa\'s isolation in the assembly', 1],
    ['a relief of debt', 'Cancel the debts of Zambia.', 'debt forgiveness for Zambia', 1],
    ['an inner part of a proposal', 'Set a deadline for Israel to withdraw from the West Bank.', 'a full withdrawal from the West Bank', 1],
    ['a time, which is no act', 'Extend the production cuts until the end of the year.', 'an extension of the production cuts', 1],
    ['a plan to do the opposite', 'Impose tariffs on Chinese steel.', 'a plan to abolish tariffs on Chinese steel', -1],
    ['the end of a plan', 'Impose tariffs on Chinese steel.', 'dropping the plan for tariffs on Chinese steel', -1],
    ['a name by its initials', 'Set the minimum rate of value added tax at 14 per cent.', 'a minimum VAT rate', 1],
  ] as const)('%s', (_, proposal, phrase, expected) => {
    expect(directionOf(proposal, phrase)).toBe(expected);
  });

  it('says nothing of another thing', () => {
    expect(directionOf('Cap the price of imported gas.', 'fishing rights off Norway')).toBeNull();
  });
});
