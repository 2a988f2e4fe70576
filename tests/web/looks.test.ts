import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import states from '../../knowledge/states.json' with { type: 'json' };
import { parseIsoDate, parseStateCode } from '../../src/domain/ids.js';
import type { Reading } from '../../src/domain/signal.js';
import { createDocument } from '../../src/gather/index.js';
import { openRegister } from '../../src/register/index.js';
import { newFolder, removeFolders, question, testSeed } from '../register/helpers.js';
import { hasBrowser, inBrowser, openStage, type Stage } from './browser.js';
import { expectPicture } from './pictures.js';

const Q = 'q/nato-ukraine-2024';
const EVIDENCE = 5_000;
const A_DOCUMENT = 50;
const members = states.states.flatMap((s) => (s.status === 'un-member' ? (parseStateCode(s.iso3) ?? []) : []));
/** The states with the longest names. */
const LONG = [...states.states].filter((s) => s.status === 'un-member').sort((a, b) => b.name.length - a.name.length).slice(0, 12).flatMap((s) => parseStateCode(s.iso3) ?? []);

/** One member's words again and again, no two documents alike. */
function crowded(d: number) {
  const [speaking] = members;
  if (!speaking) throw new RangeError('there are states');
  const sentences = Array.from({ length: A_DOCUMENT }, (_, i) => `Its minister said on point ${String(i)} of file ${String(d)} that the matter of ${String((d * 7919 + i * 104729) % 999983)} tonnes would be weighed.`);
  const published = parseIsoDate(`2023-0${String(1 + (d % 9))}-1${String(d % 9)}`);
  const document = createDocument({ text: sentences.join('\n'), title: `File ${String(d)}`, publisher: 'Harbour Times', ...(published ? { published } : {}) }, 'text');
  let start = 0;
  const spans = sentences.map((s) => {
    const span = { start, end: start + s.length };
    start = span.end + 1;
    return span;
  });
  const reading: Reading = {
    reader: 'test@1',
    statements: spans.map((span) => ({ speaker: 'minister', speaksFor: { kind: 'state', state: speaking }, about: [speaking], attribution: 'on-record', directness: 'indirect', source: [], cue: [], content: [span], rule: 'test' })),
    signals: spans.map((span, i) => ({ member: speaking, option: 'it', stance: i % 3 === 0 ? 'oppose' : 'support', firmness: 0.8, confidence: 0.8, reasons: [], ...(published ? { asOf: published } : {}), statement: i, evidence: [span], rule: 'test' })),
  };
  return { document, reading };
}

describe.skipIf(!hasBrowser)(inBrowser('looks'), () => {
  let stage: Stage;
  beforeAll(async () => {
    const place = newFolder();
    const register = await openRegister(place, { mode: 'create', seed: await testSeed() });
    const options = [{ id: 'it', proposal: 'Adopt the resolution.', aliases: [] }] as const;
    await register.putQuestion(question('crowd', { title: 'A crowd', body: 'An Assembly', rule: 'two-thirds-majority', members, options }));
    await register.putQuestion(question('nothing', { title: 'Die-Donaudampfschifffahrtsgesellschaftskapitänsmützenfrage und ihre verfahrensrechtlichen Voraussetzungen', body: 'An Assembly', rule: 'two-thirds-majority', members: LONG, options }));
    for (let d = 0; d < EVIDENCE / A_DOCUMENT; d += 20) await register.putReadings('crowd', Array.from({ length: 20 }, (_, i) => crowded(d + i)));
    await register.close();
    stage = await openStage('start', place);
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    removeFolders();
  });

  it.each([
    ['seats', Q, '.question-pictures .figure', { viewport: { width: 1280, height: 900 } }, '.map .shape'],
    ['count-narrow-dark', Q, '.outcome', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' as const }, '.map .shape'],
    ['member-history', `${Q}/member/DEU`, 'figure', { viewport: { width: 800, height: 900 } }, '.history'],
    ['board', `${Q}/deadlock?met=war-over`, '.board', { viewport: { width: 1280, height: 900 } }, '.chip.moved'],
    ['board-narrow-dark', `${Q}/deadlock?met=war-over`, '.board', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' as const }, '.chip.moved'],
    ['compare', `${Q}/compare?by=outlets&b=Danube%20Courier`, '.compare-sides', { viewport: { width: 900, height: 900 } }, '.compare tbody tr'],
  ])('%s is as its golden picture', async (name, path, part, options, ready) => {
    const page = await stage.open(path, { ...options, locale: 'en-GB', timezoneId: 'UTC' });
    await page.waitForSelector(ready);
    await expectPicture(page, part, name, ready);
    await page.context().close();
  });

  it('in print the count is whole: all members, light, and nothing that only a screen can use', async () => {
    const page = await stage.open(Q, { locale: 'en-GB', timezoneId: 'UTC', viewport: { width: 794, height: 1123 }, colorScheme: 'dark' });
    await page.waitForSelector('.map .shape');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.waitForFunction(() => document.querySelectorAll('.everyone-line').length === 32);
    expect(await page.locator('.time, .figure-menu, .tabs').evaluateAll((all) => all.filter((e) => (e as HTMLElement).offsetHeight > 0).length)).toBe(0);
    await expectPicture(page, '.outcome', 'print', '.map .shape');
    await page.context().close();
  });

  it('5,000 rows of evidence, 193 members, no documents and the longest names: nothing sticks out at 360 pixels', async () => {
    const page = await stage.open(`q/crowd/member/${members[0] ?? ''}`, { viewport: { width: 360, height: 780 } });
    await page.waitForSelector('.evidence');
    const fits = async (name: string): Promise<void> => {
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([name, true]);
    };
    await fits('a member with much evidence');
    expect(await page.textContent('#evidence-title')).toBe('5,000 pieces of evidence');
    expect(await page.locator('.evidence').count()).toBeLessThan(400);
    await page.evaluate(() => document.querySelector('.long-list > :last-child')?.scrollIntoView());
    await page.locator(`[aria-posinset="${String(EVIDENCE)}"]`).waitFor();
    for (const [path, ready] of [['', '.seat'], ['/deadlock', '.chip']] as const) {
      await page.goto(`${stage.address}q/crowd${path}`);
      await page.waitForSelector(ready);
      await fits(`193 members${path}`);
    }
    for (const [path, ready] of [['', '.seat'], [`/member/${LONG[0] ?? ''}`, '.member'], ['/deadlock', '.chip'], ['/sources', '.add-coverage'], ['/review', '.review'], ['/compare', '.compare'], ['/network', '.network']] as const) {
      await page.goto(`${stage.address}q/nothing${path}`);
      await page.waitForSelector(ready);
      await fits(`no documents, long names${path}`);
    }
    await page.context().close();
  }, 90_000);

  it('motion is reduced where that is asked, and fonts come from the page’s own server', async () => {
    const page = await stage.open(Q, { reducedMotion: 'reduce' });
    await page.waitForSelector('.seat');
    const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((e) => { const s = getComputedStyle(e); return s.transitionDuration.split(',').some((d) => parseFloat(d) > 0) && s.transitionProperty !== 'none' && s.transitionDuration !== '0s'; }).length);
    expect(moving).toBe(0);
    expect(await page.evaluate(() => document.fonts.check("16px 'Source Sans 3'"))).toBe(true);
    await page.context().close();
  });

  it('kept to its security policy, asked no other server, and logged no error', () => {
    expect(stage.complaints).toEqual([]);
  });
});
