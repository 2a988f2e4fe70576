import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, hasBrowser, inBrowser, openStage, type Stage } from './browser.js';

const QUESTION = 'q/nato-ukraine-2024';

/** Journeys over one register that begins empty; each takes up where the last one left it. */
describe.skipIf(!hasBrowser)(inBrowser('the page, as somebody uses it'), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage('serve');
  }, 120_000);
  afterAll(() => stage.close());
  const fresh = (path: string, options = {}): Promise<Page> => stage.open(path, options);
  const sentence = (page: Page): Promise<string | null> => page.textContent('h1');

  it('an empty register explains itself, and reads the bundled example on request, with a tour of five steps', async () => {
    const page = await fresh('');
    await page.waitForSelector('h1');
    await expectSound(page, 'start');
    await page.getByRole('button', { name: 'Read the bundled example' }).click();
    await page.waitForSelector('.tour');
    for (let step = 1; step < 5; step++) {
      expect(await page.textContent('.tour .kicker')).toBe(`Step ${String(step)} of 5`);
      await page.getByRole('button', { name: 'Next' }).click();
      await page.waitForFunction((n) => document.querySelector('.tour .kicker')?.textContent === `Step ${String(n)} of 5`, step + 1);
    }
    await page.keyboard.press('Escape');
    await page.waitForSelector('.tour', { state: 'detached' });
    await page.context().close();
  });

  it('says the outcome in a sentence, one seat for each member with a letter, and captions with counts', async () => {
    const page = await fresh(QUESTION);
    await page.waitForSelector('.seat');
    expect(await sentence(page)).toMatch(/^Blocked: seven of 32 allies/);
    expect(await page.locator('.seat').count()).toBe(32);
    expect(new Set(await page.locator('.seat .letter').allTextContents())).toEqual(new Set(['✓', '~', '?', '≈', '✕']));
    expect(await page.textContent('.facts')).toContain('Four articles, three origins.');
    expect(await page.locator('figcaption').first().textContent()).toContain('Of 32 members, 4 support it');
    await page.waitForSelector('.map .shape');
    expect(await page.locator('.map .shape').count()).toBe(32);
    await page.context().close();
  });

  it('is used by keyboard alone: skip link, seats by arrow keys, Enter opens the member and Back returns', async () => {
    const page = await fresh(QUESTION);
    await page.waitForSelector('.seat');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.locator('.seat').first().focus();
    await page.keyboard.press('End');
    const last = await page.evaluate(() => document.activeElement?.getAttribute('data-item'));
    expect(last).toBe('USA');
    expect(await page.textContent('.readout')).toContain('United States');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.member');
    expect(page.url()).toContain('/member/SVK');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.goBack();
    await page.waitForSelector('.seat');
    await page.context().close();
  });

  it('a member opens on its words, its history and who governed, and leads to the document', async () => {
    const page = await fresh(`${QUESTION}/member/DEU`);
    await page.waitForSelector('.history .dot');
    expect(await sentence(page)).toContain('Germany');
    expect(await page.textContent('.history')).toContain('Olaf Scholz');
    expect(await page.locator('.evidence blockquote').count()).toBeGreaterThan(1);
    await page.locator('.evidence a').first().click();
    await page.waitForSelector('.reader .active-signal');
    for (const mark of ['source', 'cue', 'content']) expect(await page.locator(`.reader-text .${mark}`).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('a silent member’s voting record is read from a file of roll calls and shown apart from evidence', async () => {
    const page = await fresh(`${QUESTION}/member/ISL`);
    const calls = Array.from({ length: 12 }, (_, i) => ['Iceland,1', 'Germany,3', `Poland,${i < 9 ? '1' : '3'}`, 'Estonia,1'].map((vote) => `${String(i + 1)},${vote}`)).flat();
    await page.locator('input[type=file]').setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(['rcid,country,vote', ...calls].join('\n')) });
    await page.getByText(/^Leans to \d+ of 100/).waitFor();
    expect(await page.locator('h1').textContent()).toContain('Unknown');
    await page.locator('input[type=file]').setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from('no roll calls') });
    await page.locator('.notice.bad').waitFor();
    await page.context().close();
  });

  it('the reader is worked from the keyboard: next, reject, undo, reject for good; the count follows and says who decided', async () => {
    const page = await fresh(QUESTION);
    await page.waitForSelector('.holdout');
    await page.locator('.holdout').filter({ has: page.getByRole('link', { name: 'Hungary', exact: true }) }).locator('.quote a').click();
    await page.waitForSelector('.signal.active');
    await page.getByLabel('You decide as').fill('Ana');
    await page.locator('h1').click();
    const [before] = await page.locator('.signal.active strong').allTextContents();
    await page.keyboard.press('j');
    expect((await page.locator('.signal.active strong').allTextContents())[0] === before && (await page.locator('.signal').count()) > 1).toBe(false);
    await page.keyboard.press('k');
    await page.keyboard.press('r');
    await page.getByText('Rejected.').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Rejected.').waitFor({ state: 'detached' });
    await page.keyboard.press('k');
    await page.keyboard.press('r');
    const recorded = page.waitForResponse((r) => r.request().method() === 'POST' && r.url().endsWith('/decisions'));
    await page.getByText('Rejected.').waitFor();
    await page.getByRole('link', { name: 'Review', exact: true }).click();
    expect((await recorded).status()).toBe(201);
    await page.getByText('1 decision', { exact: true }).waitFor();
    expect(await page.textContent('.review')).toContain('Ana rejected');
    await page.context().close();
  });

  it('selected words become a signal by hand', async () => {
    const page = await fresh(`${QUESTION}/sources`);
    await page.getByRole('link', { name: 'Baltic ministers press for an invitation' }).click();
    await page.waitForSelector('.reader-text');
    await page.evaluate(() => {
      const root = document.querySelector('.reader-text') ?? document.body;
      const words = 'Canada wants Ukraine in NATO eventually';
      const start = root.textContent?.indexOf(words) ?? -1;
      // A position in the whole text as a node and an offset in it.
      const spot = (at: number): [Node, number] => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        let before = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (at <= before + length && at > before - (before === 0 ? 1 : 0)) return [node, at - before];
          before += length;
        }
        return [root, 0];
      };
      const [from, to] = [spot(start), spot(start + words.length)];
      getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
      root.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
    });
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.add-signal textarea')?.value.startsWith('Canada wants'));
    await page.getByLabel('You decide as').fill('Ana');
    await page.getByLabel('Whose stance').selectOption('CAN');
    await page.getByLabel('What they say').selectOption('abstract-support');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('link', { name: 'Count', exact: true }).click();
    await page.waitForSelector('.seat.abstract-support[data-item=CAN]');
    await page.context().close();
  });

  it('what-ifs: a member moved by its menu and by dragging, all flips at once, and the link brings them back', async () => {
    const page = await fresh(`${QUESTION}/deadlock`);
    await page.waitForSelector('.chip');
    await page.getByRole('button', { name: /^Slovakia/ }).click();
    await page.locator('.chip-menu').getByRole('button', { name: /^✓? ?Support 1/ }).click();
    await page.waitForSelector('.board-column.support .chip.moved');
    await page.getByRole('button', { name: /^Germany/ }).hover();
    await page.mouse.down();
    await page.locator('.board-column.support h3').hover();
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelectorAll('.board-column.support .chip.moved').length === 2);
    await page.getByRole('button', { name: /^Suppose that all/ }).click();
    await page.waitForFunction(() => !document.querySelector('.deadlock-sentence')?.textContent?.startsWith('Blocked'));
    expect(await page.textContent('.notice.supposed')).toContain('Germany: support');
    const again = await fresh(new URL(page.url()).pathname + new URL(page.url()).search);
    await again.waitForSelector('.notice.supposed');
    expect(await again.textContent('.deadlock-sentence')).toBe(await page.textContent('.deadlock-sentence'));
    await again.getByRole('link', { name: 'Back to the evidence' }).click();
    await again.waitForSelector('.chip.moved', { state: 'detached' });
    await page.context().close();
    await again.context().close();
  });

  it('a condition that is met moves members on the board; the what-if is saved by name, taken up again and set beside the evidence', async () => {
    const page = await fresh(`${QUESTION}/deadlock`);
    await page.getByLabel(/The war is over/).check();
    await page.locator('.board-column.uncommitted .chip.moved', { hasText: 'Germany' }).waitFor();
    await page.getByText(/members? would move: .*Germany to uncommitted/).waitFor();
    await page.getByLabel(/^Name/).fill('Ceasefire holds');
    await page.getByText('It will be called ceasefire-holds.').waitFor();
    await page.locator('.save-what-if').getByLabel('You decide as').fill('Ana');
    await page.getByRole('button', { name: 'Save it' }).click();
    await page.locator('.saved li', { hasText: 'ceasefire-holds' }).waitFor();
    await page.getByRole('link', { name: 'Back to the evidence' }).click();
    await page.waitForSelector('.chip.moved', { state: 'detached' });
    await page.getByRole('link', { name: 'Suppose this' }).click();
    await page.locator('.board-column.uncommitted .chip.moved', { hasText: 'Germany' }).waitFor();
    expect(new URL(page.url()).searchParams.get('met')).toBe('war-over');
    await page.locator('.saved').getByRole('link', { name: 'Compare with the evidence' }).click();
    await page.locator('.compare tbody tr', { hasText: 'Germany' }).waitFor();
    expect(await page.getByLabel('B: suppose').inputValue()).toBe('@ceasefire-holds');
    await page.context().close();
  });

  it('a forecast is kept and the question’s end told; a concern weighed otherwise changes what the option is worth, and the address keeps it', async () => {
    const page = await fresh(`${QUESTION}/deadlock`);
    await page.waitForSelector('.board');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.waitForSelector('.tornado-bar');
    const worth = (): Promise<string | null> => page.locator('#options td.number').first().textContent();
    const before = await worth();
    await page.getByLabel('Escalation').fill('3');
    await page.waitForFunction((was) => document.querySelector('#options td.number')?.textContent !== was, before);
    expect(new URL(page.url()).searchParams.get('weights')).toBe('escalation:3');
    await page.waitForSelector('.bargain .dot');
    await page.getByText('Keep a forecast, or say how it ended').click();
    await page.getByLabel('Chance of adoption, in per cent').fill('12');
    await page.getByLabel('You decide as').fill('Ana');
    await page.getByRole('button', { name: 'Keep it', exact: true }).click();
    await page.locator('tr', { hasText: '12%' }).waitFor();
    await page.getByText('Replay the question day by day').click();
    await page.waitForSelector('.replay .holdout-bar');
    await page.context().close();
  });

  it('replays the count by a slider, keeps the day in the address, and compares two days', async () => {
    const page = await fresh(QUESTION);
    await page.waitForSelector('.time input[type=range]');
    await page.locator('.time input[type=range]').focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/asOf=2024-10-08/);
    await page.waitForFunction(() => /(?:one|two) of 32/.test(document.querySelector('h1')?.textContent ?? ''));
    await page.goto(`${stage.address}${QUESTION}/compare?by=dates&a=2024-10-08`);
    await page.waitForSelector('.compare tbody tr');
    expect(await page.locator('.compare-sentence').count()).toBe(2);
    await page.context().close();
  });

  it('a picture is saved as SVG, PNG and CSV, each whole: caption and citation in the picture, a row for each member in the table', async () => {
    const page = await fresh(QUESTION, { acceptDownloads: true });
    await page.waitForSelector('.seat');
    await page.locator('.figure-menu summary').first().click();
    const download = async (name: string): Promise<Buffer> => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
      return readFileSync((await file.path()) ?? '');
    };
    const svg = (await download('SVG')).toString();
    expect(svg).toContain('Of 32 members');
    expect(svg).toMatch(/register [0-9a-f]{12}/);
    expect(svg).not.toMatch(/var\(|class=/);
    expect([...(await download('PNG')).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect((await download('CSV')).toString().trim().split('\r\n')).toHaveLength(33);
    await page.context().close();
  });

  it('coverage is added by paste, a bad file is named with the reason, and a new question is previewed and kept', async () => {
    const page = await fresh(`${QUESTION}/sources`);
    await page.getByRole('button', { name: 'Add coverage' }).click();
    await page.getByLabel('Text of the article').fill('OTTAWA — Canada opposes inviting Ukraine to join the alliance now, its foreign ministry said.');
    await page.getByLabel('Publisher').fill('Ottawa Ledger');
    await page.getByRole('button', { name: 'Read it', exact: true }).click();
    await page.getByText(/read: \d+ statement/).waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('   ') });
    await page.locator('.notice.bad', { hasText: 'empty.txt' }).waitFor();
    await page.getByRole('link', { name: 'New question' }).click();
    await page.getByLabel(/^Title/).fill('Admit Ukraine soon');
    await page.getByLabel(/^Body/).fill('NATO');
    await page.getByLabel(/^What the body would adopt/).fill('Invite Ukraine to join the alliance now.');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.ask-preview', { hasText: '32 members vote' }).waitFor();
    expect(await page.textContent('.ask-preview')).toContain('Hungary');
    await expectSound(page, 'new question with its preview');
    await page.getByRole('button', { name: 'Keep the question' }).click();
    await page.getByText('Nothing has been read for this question').waitFor();
    await expectSound(page, 'a question of which nothing was read');
    await page.context().close();
  });

  it('says what changed since the last visit', async () => {
    const context = { storageState: { cookies: [], origins: [{ origin: stage.address.slice(0, -1), localStorage: [{ name: 'holdout-visit:nato-ukraine-2024', value: JSON.stringify({ last: '2020-01-01T00:00:00.000Z', before: null }) }] }] } };
    const page = await fresh(QUESTION, context);
    await page.waitForSelector('.changes li');
    expect(await page.textContent('.changes')).toContain('Germany');
    await page.locator('.holdouts').scrollIntoViewIfNeeded();
    await page.evaluate(() => { scrollTo(0, document.body.scrollHeight); });
    await page.locator('.news li', { hasText: 'Hungary' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Atom' }).getAttribute('href')).toContain('format=atom');
    await page.context().close();
  });

  it('kept to its security policy, asked no other server, and logged no error', () => {
    expect(stage.complaints.filter((c) => !c.includes('400 (Bad Request)'))).toEqual([]);
  });
});
