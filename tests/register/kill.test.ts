import { expect, test } from 'vitest';
import { DOCUMENTS_A_KILL, killWhileWriting } from '../../chaos/register-kills.js';

const KILLS = 4;

// The same a hundred times: npx tsx chaos/register-kills.ts
test(`kill -9 of the writing process at ${KILLS} moments: whole documents only, nothing acknowledged is lost, and reading again completes without a double`, async () => {
  const report = await killWhileWriting('pglite', KILLS);
  expect(report).toMatchObject({ kills: KILLS, documents: KILLS * DOCUMENTS_A_KILL });
  expect(report.acknowledged).toBeGreaterThan(0);
}, 110_000);
