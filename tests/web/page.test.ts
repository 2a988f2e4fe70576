import { existsSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CHROMIUM = '/usr/bin/chromium';
const hasBrowser = existsSync(CHROMIUM);
const root = resolve(import.meta.dirname, '../..');

describe.skipIf(!hasBrowser)(hasBrowser ? 'the page in a browser' : 'the page in a browser (skipped: no Chromium)', () => {
  let server: ChildProcess;
  let browser: Browser;
  let address = '';
  const errors: string[] = [];

  beforeAll(async () => {
    const register = join(mkdtempSync(join(tmpdir(), 'holdout-page-')), 'register');
    server = spawn(process.execPath, [join(root, 'dist/cli.js'), 'start', '--port', '0', '--register', register]);
    address = await new Promise<string>((done, fail) => {
      let text = '';
      server.stdout?.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const found = /serves (http:\S+)/.exec(text);
        if (found?.[1]) done(found[1]);
      });
      server.once('exit', (code) => { fail(new Error(`the server ended with ${String(code)}: ${text}`)); });
    });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    server?.kill('SIGTERM');
  });

  const open = async (hash = '', width = 1280): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()); });
    page.on('pageerror', (e) => errors.push(e.message));
    await page.goto(address + hash);
    await page.waitForSelector('h1');
    return page;
  };

  it('says the outcome in a sentence and has one seat for each of 32 members, with a letter beside the colour', async () => {
    const page = await open();
    expect(await page.textContent('h1')).toMatch(/^Blocked: .* of 32 allies/);
    expect(await page.locator('.seat').count()).toBe(32);
    expect(await page.locator('.seat .mark').first().textContent()).not.toBe('');
    expect(await page.textContent('.facts')).toContain('Four articles, three origins.');
    await page.close();
  });

  it('opens a member’s evidence and the document it stands in', async () => {
    const page = await open();
    await page.locator('.seat', { hasText: 'DEU' }).click();
    await page.waitForSelector('.panel blockquote');
    expect(await page.textContent('#member-name')).toContain('Germany');
    await page.locator('.where button.link').first().click();
    await page.waitForSelector('.reader mark');
    expect(await page.locator('.reader .cue').count()).toBeGreaterThan(0);
    await page.goBack();
    await page.waitForSelector('.panel');
    await page.close();
  });

  it('recounts with a supposition, says so, and a link brings the view back', async () => {
    const page = await open('#question=nato-ukraine-2024&member=HUN&assume=HUN%3Dsupport');
    await page.waitForSelector('.supposed-note');
    expect(await page.locator('.seat.support', { hasText: 'HUN' }).count()).toBe(1);
    await page.locator('.supposed-note button').click();
    await page.waitForSelector('.supposed-note', { state: 'detached' });
    await page.waitForSelector('.seat.oppose:has-text("HUN")');
    await page.close();
  });

  it.each([
    ['the count', ''],
    ['a member', '#question=nato-ukraine-2024&member=DEU'],
  ])('axe finds nothing on %s, wide or narrow', async (_name, hash) => {
    for (const width of [1280, 360]) {
      const page = await open(hash, width);
      if (hash) await page.waitForSelector('.panel');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.close();
    }
  });

  it('broke no security policy and logged no error', () => {
    expect(errors).toEqual([]);
  });
});
