import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, hasBrowser, inBrowser, launch, root } from './browser.js';

/** A question exported by the command line and opened from the disk, with the network cut. */
describe.skipIf(!hasBrowser)(inBrowser('an exported question'), () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-export-'));
  const file = join(folder, 'question.html');
  const holdout = (...args: string[]): Buffer => execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...args, '--register', join(folder, 'register')], { maxBuffer: 1e8 });
  beforeAll(() => {
    const example = join(root, 'examples/nato-ukraine-2024');
    holdout('read', join(example, 'coverage'), '--question', join(example, 'question.yaml'));
    writeFileSync(file, holdout('export', 'nato-ukraine-2024', '--format', 'page'));
  }, 120_000);
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it('opens from a disk without a server: count, slider, member, document, reasons, methods', async () => {
    const browser = await launch();
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (m) => { if (m.type() === 'error') complaints.push(m.text()); });
    page.on('pageerror', (e) => complaints.push(e.message));
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('.map .shape');
    expect(await page.textContent('h1')).toMatch(/^Blocked: seven of 32/);
    await expectSound(page, 'exported count');
    await page.locator('.time input[type=range]').focus();
    await page.keyboard.press('Home');
    await page.waitForFunction(() => location.hash.includes('asOf=2024-10-08') && document.querySelector('h1')?.textContent?.includes('two of 32'));
    await page.getByRole('button', { name: 'To now' }).click();
    await page.waitForFunction(() => !location.hash.includes('asOf') && document.querySelector('h1')?.textContent?.includes('seven of 32'));
    await page.getByRole('link', { name: 'Germany' }).first().click();
    await page.waitForSelector('.history .dot');
    await page.locator('.evidence a').first().click();
    await page.waitForSelector('.reader .active-signal');
    expect(await page.getByRole('button', { name: 'Reject' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Network' }).click();
    await page.waitForSelector('.network-picture');
    await page.getByRole('link', { name: 'Deadlock' }).click();
    await page.getByText('This page stands alone').waitFor();
    await page.getByLabel(/The war is over/).check();
    await page.locator('.board-column.uncommitted .chip.moved', { hasText: 'Germany' }).waitFor();
    await page.waitForFunction(() => document.querySelector('.deadlock-sentence')?.textContent?.includes('three of 32'));
    expect(await page.locator('button.chip').count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    for (const part of ['.plan-seat', '.tornado-bar', '.bargain .dot']) await page.waitForSelector(part);
    await expectSound(page, 'exported deadlock');
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByRole('button', { name: 'Two outlets' }).click();
    await page.getByLabel('B: only').selectOption('Danube Courier');
    await page.locator('.compare tbody tr', { hasText: 'Estonia' }).waitFor();
    await page.getByRole('button', { name: 'Two days' }).click();
    await page.getByLabel('A: as of').selectOption({ index: 1 });
    await page.locator('.compare tbody tr', { hasText: 'Germany' }).waitFor();
    expect(await page.locator('.notice.bad').count()).toBe(0);
    await page.getByRole('link', { name: 'Methods' }).click();
    await page.waitForSelector('.bar');
    expect(complaints).toEqual([]);
    await browser.close();
  });

  it('allows its own script and style by their hash, and no request', () => {
    const html = readFileSync(file, 'utf8');
    expect(html).toMatch(/script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/connect-src|unsafe/);
  });
});
