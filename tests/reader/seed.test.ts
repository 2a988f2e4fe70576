import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count.js';
import { resolveRule } from '../../src/count/rules.js';
import { resolveBody, rosterAt } from '../../src/knowledge/bodies.js';
import type { IsoDate } from '../../src/domain/ids.js';
import { sharedFolder, sharedTest } from '../shared.js';
import { readCase } from './read-case.js';

const DAY = '2024-10-24' as IsoDate;

describe.skipIf(!sharedFolder)(sharedTest('the seed article'), () => {
  const text = sharedFolder ? readFileSync(`${sharedFolder}/seed/000_0d92c388bb2842a1.txt`, 'utf8') : '';
  const read = () => readCase(text, { body: 'NATO', proposal: 'Invite Ukraine to join the alliance now, during the war.' }, { date: DAY });

  it('gives seven holdouts, four supporters and silence for the rest', () => {
    expect(read().positions).toEqual({
      DEU: 'oppose', USA: 'oppose', HUN: 'oppose', SVK: 'oppose',
      BEL: 'abstract-support', SVN: 'abstract-support', ESP: 'abstract-support',
      POL: 'support', EST: 'support', LVA: 'support', LTU: 'support',
    });
  });

  it('is blocked under consensus, and seven must move', () => {
    const roster = rosterAt(resolveBody('NATO')!, DAY);
    const rule = resolveRule('NATO', 'consensus', DAY, roster);
    if (!rule.ok) throw new Error(rule.error.message);
    const result = count({ roster, positions: read().positions, rule: rule.value });
    expect(result.outcome).toBe('blocked');
    expect(result.holdouts).toHaveLength(7);
    expect(result.fewestFlips?.count).toBe(7);
    expect(result.unknown).toHaveLength(21);
  });

  it.each([
    ['reached the point where it is prepared to offer membership', 'Julianne Smith', 'on-record', 'USA'],
    ['We are making sure that NATO does not become a party', 'Olaf Scholz', 'on-record', 'DEU'],
    ['skeptical about our joining NATO', 'Volodymyr Zelensky', 'on-record', 'UKR'],
    ['a good basis for a third world war', 'Robert Fico', 'on-record', 'SVK'],
    ['these countries are “reluctant”', 'one NATO official', 'anonymous', null],
    ['Countries support it in the abstract', 'A second official', 'anonymous', null],
    ['these internal disagreements have delayed', 'Several anonymous U.S. and NATO diplomats', 'anonymous', undefined],
  ])('reads “%s” as the words of %s, %s', (words, speaker, attribution, state) => {
    const at = text.indexOf(words);
    const found = read().reading.statements.filter((s) => s.content.some((c) => c.start <= at + 5 && at < c.end) && s.attribution !== 'outlet');
    const match = found.find((s) => s.speaker.includes(speaker));
    expect(match?.attribution).toBe(attribution);
    if (state) expect(match?.speaksFor).toEqual({ kind: 'state', state });
    if (state === null) expect(match?.speaksFor.kind).not.toBe('state');
  });

  it('names Politico as the origin', () => {
    expect(read().reading.statements.some((s) => s.origin?.name === 'Politico')).toBe(true);
  });

  it('finds the condition of the opposition', () => {
    const conditions = read().reading.signals.flatMap((s) => (s.condition ? [text.slice(s.condition.span.start, s.condition.span.end)] : []));
    expect(conditions).toContain('while the conflict continues');
  });
});
