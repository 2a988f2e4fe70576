import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homes } from '../register/homes.js';
import { expectSound, hasBrowser, inBrowser, openStage, root, type Stage } from './browser.js';

const server = homes.find((home) => home.name.includes('PostgreSQL'));

/** The page over a register that a team shares on a PostgreSQL server: the same answers as from the embedded one. */
describe.skipIf(!hasBrowser || !server?.available)(inBrowser(`the page ${server?.name ?? ''}`), () => {
  let stage: Stage;
  let place = '';
  beforeAll(async () => {
    place = (await server?.newPlace()) ?? '';
    stage = await openStage('start', place);
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    await server?.close();
  });

  it('shows the count, a member and its document', async () => {
    const page = await stage.open('q/nato-ukraine-2024');
    await page.waitForSelector('.seat');
    expect(await page.textContent('h1')).toMatch(/^Blocked: seven of 32/);
    await page.getByRole('link', { name: 'Germany' }).first().click();
    await page.waitForSelector('.history .dot');
    await page.locator('.evidence a').first().click();
    await page.waitForSelector('.active-signal');
    expect(stage.complaints).toEqual([]);
  });

  it('once the register has an account, the page asks who is there, and decisions carry that name', async () => {
    execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'user', 'set', 'vera', '--role', 'admin', '--register', place], { env: { ...process.env, HOLDOUT_PASSWORD: 'a long enough password' } });
    const page = await stage.open('q/nato-ukraine-2024/review');
    await page.getByLabel('Name').fill('vera');
    await page.getByLabel('Password').fill('not this one');
    await expectSound(page, 'sign in');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.notice.bad').waitFor();
    await page.getByLabel('Password').fill('a long enough password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Look at it in its document' }).first().click();
    await page.waitForSelector('.signal.active');
    expect(await page.getByLabel('You decide as').count()).toBe(0);
    await page.keyboard.press('a');
    await page.getByText('Accepted.').waitFor();
    await page.getByRole('link', { name: 'Review', exact: true }).click();
    await page.getByText('vera accepted').waitFor();
    await page.getByRole('button', { name: 'Sign out vera' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.context().close();
  });
});
