import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count.js';
import type { PositionStance } from '../../src/domain/stance.js';
import { euMembersOn } from '../../src/count/weights.js';
import { rosterOf, ruleOf, states } from './helpers.js';

const nato = states('ALB', 'BEL', 'BGR', 'CAN', 'HRV', 'CZE', 'DNK', 'EST', 'FIN', 'FRA', 'DEU', 'GRC', 'HUN', 'ISL', 'ITA', 'LVA', 'LTU', 'LUX', 'MNE', 'NLD', 'MKD', 'NOR', 'POL', 'PRT', 'ROU', 'SVK', 'SVN', 'ESP', 'SWE', 'TUR', 'GBR', 'USA');
const seed: Record<string, PositionStance> = {
  DEU: 'oppose', USA: 'conditional', HUN: 'oppose', SVK: 'oppose', BEL: 'abstract-support', SVN: 'abstract-support', ESP: 'abstract-support',
  POL: 'support', EST: 'support', LVA: 'support', LTU: 'support', UKR: 'support', RUS: 'oppose',
};

describe('count', () => {
  const consensus = ruleOf('NATO', 'consensus', '2024-10-24', nato);

  it('says of the invitation to Ukraine: blocked, seven holdouts, seven flips, and who of them blocks', () => {
    const c = count({ roster: nato, positions: seed, rule: consensus });
    expect(c.sentence).toBe('Blocked: seven of 32 allies are not available; consensus needs all.');
    expect(c.holdouts).toEqual([
      { member: 'BEL', stance: 'abstract-support' }, { member: 'DEU', stance: 'oppose' }, { member: 'HUN', stance: 'oppose' }, { member: 'SVK', stance: 'oppose' },
      { member: 'SVN', stance: 'abstract-support' }, { member: 'ESP', stance: 'abstract-support' }, { member: 'USA', stance: 'conditional' },
    ]);
    expect(c.supporters).toEqual(['EST', 'LVA', 'LTU', 'POL']);
    expect(c.unknown).toHaveLength(21);
    expect(c.fewestFlips).toEqual({ count: 7, members: ['BEL', 'DEU', 'HUN', 'SVK', 'SVN', 'ESP', 'USA'] });
    expect(c.fewestToBeCertain?.count).toBe(28);
    const seven = ['BEL', 'DEU', 'HUN', 'SVK', 'SVN', 'ESP', 'USA'];
    expect(c.blockers).toEqual(seven);
    expect(c.blocking).toEqual({ alone: seven, groups: [], groupsComplete: true });
    expect(c.vetoes).toEqual(nato);
    expect(c.pivotal).toEqual([]);
    expect(c.ignored).toEqual(['UKR', 'RUS']);
  });

  it('counts with assumptions without touching the positions', () => {
    const assume = Object.fromEntries(nato.filter((m) => m !== 'HUN').map((m) => [m, 'support' as const]));
    const c = count({ roster: nato, positions: seed, rule: consensus, assume });
    expect(c.outcome).toBe('blocked');
    expect(c.pivots).toEqual([{ member: 'HUN', to: 'support', outcome: 'adopted' }]);
    expect(count({ roster: nato, positions: seed, rule: consensus, assume: { ...assume, ...{ HUN: 'support' } } }).outcome).toBe('adopted');
    expect(seed['HUN']).toBe('oppose');
  });

  it('takes positions as a map, counts a member named twice once, and says so', () => {
    const roster = states('POL', 'EST', 'POL');
    const c = count({ roster, positions: new Map([['POL', 'support'], ['EST', 'support']]), rule: consensus });
    expect(c).toMatchObject({ outcome: 'adopted', members: 2, duplicates: ['POL'], sentence: 'Adopted: all 2 allies are available; consensus needs all.' });
  });

  it('leaves an empty roster open', () => {
    expect(count({ roster: [], positions: {}, rule: consensus })).toMatchObject({ outcome: 'open', members: 0, sentence: 'Open: the roster is empty, so there is nothing to count.' });
  });

  it.each([
    [{ POL: 'support', EST: 'support' }, 'Open: no objection is known, but one of 3 allies is silent; consensus needs all.'],
    [{ POL: 'support', EST: 'uncommitted' }, 'Open: no objection is known, but one of 3 allies is silent and one is uncommitted; consensus needs all.'],
    [{}, 'Open: all 3 allies are silent; consensus needs all.'],
    [{ POL: 'oppose' }, 'Blocked: one of 3 allies is not available; consensus needs all.'],
  ] as const)('words %j as "%s"', (positions, sentence) => {
    expect(count({ roster: states('POL', 'EST', 'LVA'), positions, rule: consensus }).sentence).toBe(sentence);
  });

  it('names the veto in the Security Council, and the missing votes', () => {
    const council = states('CHN', 'FRA', 'GBR', 'RUS', 'USA', 'DZA', 'GUY', 'KOR', 'SLE', 'SVN', 'DNK', 'GRC', 'PAK', 'PAN', 'SOM');
    const rule = ruleOf('UN Security Council', undefined, '2025-06-01', council);
    const all = Object.fromEntries(council.map((m) => [m, 'support' as PositionStance]));
    const vetoed = count({ roster: council, positions: { ...all, RUS: 'oppose' }, rule, nameOf: () => 'Russia' });
    expect(vetoed).toMatchObject({ outcome: 'blocked', blockers: ['RUS'], vetoes: ['CHN', 'FRA', 'GBR', 'RUS', 'USA'], fewestFlips: { count: 1, members: ['RUS'] } });
    expect(vetoed.sentence).toBe('Blocked: Russia has a veto and is not available; the Council needs nine votes and no veto.');
    const tenNo = Object.fromEntries(council.slice(5, 12).map((m) => [m, 'oppose' as PositionStance]));
    const short = count({ roster: council, positions: { ...all, ...tenNo }, rule });
    expect(short.sentence).toBe('Blocked: at most eight of 15 members can vote yes where nine are needed; the Council needs nine votes and no veto.');
    expect(short.blocking.groups).toEqual([council.slice(5, 12)]);
    expect(short.fewestFlips?.count).toBe(1);
  });

  it("finds the Union's blocking minorities and the one flip that breaks them", () => {
    const eu = euMembersOn('2025-06-01');
    const rule = ruleOf('EU Council', 'qualified majority', '2025-06-01', eu);
    const against = ['DEU', 'FRA', 'POL', 'HUN'];
    const positions = Object.fromEntries(eu.map((m) => [m, against.includes(m) ? 'oppose' : 'support'] as [string, PositionStance]));
    const c = count({ roster: eu, positions, rule });
    expect(c.outcome).toBe('blocked');
    expect(c.blocking).toMatchObject({ alone: [], groupsComplete: true });
    expect(c.blocking.groups.map((g) => [...g].sort())).toEqual([[...against].sort()]);
    expect(c.fewestFlips?.count).toBe(1);
    expect(c.sentence).toMatch(/^Blocked: those who can vote yes hold at most 55\.\d+ % of the population where 65 % is needed; /);
    // Without Hungary three members are too few to block, however large.
    expect(count({ roster: eu, positions: { ...positions, HUN: 'support' }, rule })).toMatchObject({ outcome: 'adopted', blockers: [] });
  });

  it('says what comes after an invitation', () => {
    expect(count({ roster: nato, positions: {}, rule: ruleOf('NATO', 'accession', '2024-10-24', nato) }).then).toEqual(['ratification-by-all']);
  });

  it('leaves the member concerned out of every base (Art. 7 TEU: 21 of 26)', () => {
    const eu = euMembersOn('2025-06-01');
    const rule = ruleOf('EU Council', 'four fifths of members', '2025-06-01', eu);
    const yes = eu.filter((m) => m !== 'HUN').slice(0, 21);
    const positions = Object.fromEntries(eu.map((m) => [m, yes.includes(m) ? 'support' : 'oppose'] as [string, PositionStance]));
    expect(count({ roster: eu, positions, rule, excluded: states('HUN') })).toMatchObject({ outcome: 'adopted', members: 26 });
    expect(count({ roster: eu, positions, rule })).toMatchObject({ outcome: 'blocked', members: 27 });
  });

  it('cannot be adopted at all when the roster is too small for the quota', () => {
    const few = states('USA', 'FRA', 'DZA');
    const c = count({ roster: few, positions: {}, rule: ruleOf('UNSC', undefined, '2025-01-01', few) });
    expect(c).toMatchObject({ outcome: 'blocked', fewestFlips: null, fewestToBeCertain: null });
  });

  it('counts the 193 members of the General Assembly', () => {
    const roster = rosterOf(193);
    const stances: PositionStance[] = ['support', 'oppose', 'unknown', 'uncommitted'];
    const positions = Object.fromEntries(roster.map((m, i) => [m, stances[i % 4] ?? 'unknown']));
    const c = count({ roster, positions, rule: ruleOf('UN General Assembly', 'majority', '2025-01-01', roster) });
    expect(c).toMatchObject({ outcome: 'open' });
    expect([c.supporters.length, c.holdouts.length]).toEqual([49, 48]);
  });
});
