import { afterAll, describe, expect, test } from 'vitest';
import { reportCount, reportWhy } from '../../src/app/reports.js';
import { unwrap } from '../../src/domain/unwrap.js';
import { countText, whyText } from '../../src/cli/text-report.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, openTest, question, simpleReading, state } from '../register/helpers.js';
import { homes } from '../register/homes.js';

describe.each(homes.filter(({ available }) => available))('a change of government in a register $name', (home) => {
  let register: Register | undefined;
  afterAll(async () => {
    await register?.close();
    await home.close();
  });

  test('older words lose weight from the change on and say so; newer ones outweigh them; the past stays as it was', async () => {
    register = await openTest(await home.newPlace());
    await register.putQuestion(question('q', { members: ['DEU', 'HUN'].map(state) }));
    for (const [text, member, stance, published] of [
      ['Scholz said no.', 'DEU', 'oppose', '2024-10-01'],
      ['Orban said no.', 'HUN', 'oppose', '2024-10-01'],
      ['Merz said yes.', 'DEU', 'support', '2025-09-01'],
    ] as const) {
      const document = documentOf(text, { published: day(published), publisher: text });
      await register.putReading(document, 'q', simpleReading(document, member, stance));
    }
    const at = async (asOf: string): Promise<readonly (readonly [string, string, boolean])[]> =>
      unwrap(await reportCount(register!, 'q', { asOf: day(asOf) }, day('2026-01-01'))).members.map((m) => [m.member, m.stance, m.formerWords] as const);
    const table: Record<string, unknown> = {};
    for (const asOf of ['2024-09-30', '2024-10-01', '2025-04-30', '2025-06-01', '2025-08-31', '2025-09-01']) table[asOf] = await at(asOf);
    expect(table).toEqual({
      '2024-09-30': [['DEU', 'unknown', false], ['HUN', 'unknown', false]],
      '2024-10-01': [['DEU', 'oppose', false], ['HUN', 'oppose', false]],
      '2025-04-30': [['DEU', 'oppose', false], ['HUN', 'oppose', false]],
      '2025-06-01': [['DEU', 'oppose', true], ['HUN', 'oppose', false]],
      '2025-08-31': [['DEU', 'oppose', true], ['HUN', 'oppose', false]],
      '2025-09-01': [['DEU', 'support', false], ['HUN', 'oppose', false]],
    });
    const confidence = async (asOf: string): Promise<number> => unwrap(await reportCount(register!, 'q', { asOf: day(asOf) }, day('2026-01-01'))).members[0]!.confidence;
    const [fresh, older, former] = [await confidence('2024-10-01'), await confidence('2025-04-30'), await confidence('2025-06-01')];
    expect(older).toBeLessThan(fresh);
    expect(former).toBeLessThan(older / 2);
    const june = { asOf: day('2025-06-01') };
    expect(whyText(unwrap(await reportWhy(register, 'q', 'DEU', june, day('2026-01-01'))))).toContain('weighs less: said under Olaf Scholz; Friedrich Merz leads the government since 2025-05');
    expect(countText(unwrap(await reportCount(register, 'q', june, day('2026-01-01'))))).toContain('mostly former words');
  });
});
