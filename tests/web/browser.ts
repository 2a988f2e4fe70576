import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';

const CHROMIUM = '/usr/bin/chromium';
export const root = resolve(import.meta.dirname, '../..');
export const hasBrowser = existsSync(CHROMIUM);
/** A test's name, which says why it is skipped where there is no browser. */
export const inBrowser = (name: string): string => (hasBrowser ? name : `${name} (skipped: no Chromium)`);

/** A real server of the built command line over a register, and a real browser; everything that the browser complains of is kept. */
export interface Stage {
  readonly address: string;
  readonly complaints: string[];
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export async function openStage(command: 'serve' | 'start', register?: string): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-page-'));
  const server = spawn(process.execPath, [join(root, 'dist/cli.js'), command, '--port', '0', '--register', register ?? join(folder, 'register')]);
  const [address, browser] = await Promise.all([addressOf(server), launch()]);
  const complaints: string[] = [];
  return {
    address,
    complaints,
    open: async (path, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      page.on('console', (m) => {
        if (m.type() === 'error') complaints.push(`${path}: ${m.text()}`);
      });
      page.on('pageerror', (e) => complaints.push(`${path}: ${e.message}`));
      page.on('request', (r) => {
        if (!/^(?:data|blob):/.test(r.url()) && !r.url().startsWith(address)) complaints.push(`${path}: asked ${r.url()}`);
      });
      await page.goto(address + path.replace(/^\//, ''));
      return page;
    },
    close: async () => {
      await browser.close();
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-lcd-text', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /serves (http:\S+)/.exec(text);
      if (found?.[1]) done(found[1]);
    });
    server.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    server.once('exit', (code) => {
      fail(new Error(`the server ended with ${String(code)}: ${text}`));
    });
  });
}

/** Axe’s rules whose answer depends on width and colours; the others say the same of every look of a page. */
const LOOKS = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

/** Axe finds nothing, and nothing sticks out at the side. `looks` leaves out what another look of the same page has answered. */
export async function expectSound(page: Page, name: string, rules: 'all' | 'looks' = 'all'): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === 'all' ? axe : axe.withRules(LOOKS)).analyze();
  expect([name, violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 4).join(', ')}`)]).toEqual([name, []]);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect([name, (wide ?? 0) <= (room ?? 0)]).toEqual([name, true]);
}
