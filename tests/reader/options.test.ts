import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { derivePosition } from '../../src/count/positions.js';
import { readDocument } from '../../src/read/read-document.js';
import { weighSignals } from '../../src/app/weigh-signals.js';
import { resolveBody, rosterAt } from '../../src/knowledge/bodies.js';
import type { IsoDate } from '../../src/domain/ids.js';
import { sharedFolder, sharedTest } from '../shared.js';

const DAY = '2024-10-24' as IsoDate;
const options = [
  { id: 'invite-now', proposal: 'Invite Ukraine to join the alliance now, during the war.', aliases: ['immediate invitation to Ukraine'] },
  { id: 'clear-path', proposal: 'Grant Ukraine a clear path to membership.', aliases: ['clear path to membership'] },
  { id: 'aid-only', proposal: 'Support Ukraine through military aid and strategic cooperation, without membership.', aliases: ['military aid for Ukraine'] },
];
const roster = rosterAt(resolveBody('NATO')!, DAY);
/** Stances on each option, from a text alone. */
function positionsIn(text: string): Record<string, Record<string, string>> {
  const reading = readDocument({ text, published: DAY }, { options, roster, bodyNames: ['nato', 'alliance'] });
  const weighed = weighSignals(reading.signals.map((signal) => ({ signal, statement: reading.statements[signal.statement]!, order: signal.evidence[0].start, document: 'd' })));
  return Object.fromEntries(options.map(({ id }) => {
    const mine = weighed.filter((_, k) => reading.signals[k]!.option === id);
    return [id, Object.fromEntries([...new Set(mine.map((w) => w.signal.member))].sort().map((m) => [m, derivePosition(m, mine).stance]))];
  }));
}

describe('evidence on one option of several', () => {
  it('is never evidence on another', () => {
    const found = positionsIn('Norway opposes an immediate invitation to Ukraine. Denmark backs military aid for Ukraine. Portugal rejects a clear path to membership for Ukraine.');
    expect(found).toEqual({ 'invite-now': { NOR: 'oppose' }, 'clear-path': { PRT: 'oppose' }, 'aid-only': { DNK: 'support' } });
  });
});

describe.skipIf(!sharedFolder)(sharedTest('the seed article, read for three options'), () => {
  const found = sharedFolder ? positionsIn(readFileSync(`${sharedFolder}/seed/000_0d92c388bb2842a1.txt`, 'utf8')) : {};
  it('gives the seven holdouts and four supporters to the invitation', () => {
    const invite = found['invite-now'] ?? {};
    expect(Object.keys(invite).filter((m) => invite[m] === 'support')).toEqual(['EST', 'LTU', 'LVA', 'POL']);
    expect(Object.keys(invite).filter((m) => invite[m] !== 'support')).toEqual(['BEL', 'DEU', 'ESP', 'HUN', 'SVK', 'SVN', 'USA']);
  });
  it('knows of no member that objects to aid without membership, and of none that supports it', () => {
    expect(found['aid-only']).toEqual({});
  });
});
