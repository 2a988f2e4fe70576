import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const FOLDER = join(import.meta.dirname, 'golden');
const UPDATE = process.env['HOLDOUT_GOLDEN'] === 'update';
/** A channel of a pixel may be off by so much of 255, as edges of letters are from one build of the browser to the next. */
const CHANNEL = 48;
/** Share of pixels that may be off by more. */
const TOLERANCE = 0.01;
/** What is another each day or on each register: it keeps its room and is not in the picture. */
const HIDDEN = '.deadlock-result { position: static !important; } .citation, .news, .top-question { visibility: hidden !important; } * { caret-color: transparent !important; }';

/** Compares a part of a page with its golden picture, or makes the picture anew with HOLDOUT_GOLDEN=update. */
export async function expectPicture(page: Page, selector: string, name: string, ready: string): Promise<void> {
  // On a slow machine the fonts may come too late for a first visit, which then goes without them; the next finds them in the browser's cache.
  for (let again = 0; again < 4 && !(await hasFonts(page)); again += 1) {
    await page.reload();
    await page.waitForSelector(ready);
  }
  await page.evaluate((css) => {
    // The page's policy allows no style element; it allows a sheet that a script makes.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, HIDDEN);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.mouse.move(0, 0);
  const taken = await page.locator(selector).first().screenshot({ animations: 'disabled' });
  const file = join(FOLDER, `${name}.png`);
  if (UPDATE) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, taken);
    return;
  }
  expect([name, existsSync(file)]).toEqual([name, true]);
  const off = await differing(page, readFileSync(file), taken);
  expect([name, off, off <= TOLERANCE ? 'as the golden picture' : 'another picture: look at it, and if it is meant run npm run golden']).toEqual([name, off, 'as the golden picture']);
}

/** Whether text is set in the page's own fonts. */
const hasFonts = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const probe = document.createElement('span');
    probe.textContent = 'Holdout';
    document.body.append(probe);
    const widths = ["'Source Sans 3', monospace", "'Source Serif 4', monospace", 'monospace'].map((family) => {
      probe.style.font = `72px ${family}`;
      return probe.offsetWidth;
    });
    probe.remove();
    return widths[0] !== widths[2] && widths[1] !== widths[2];
  });

/** Share of pixels that differ, 0–1; 1 for pictures of different sizes. Decoded by the browser, which needs no library. */
async function differing(page: Page, golden: Buffer, taken: Buffer): Promise<number> {
  return page.evaluate(
    async ([a = '', b = '', channel]) => {
      const pixels = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        canvas?.drawImage(bitmap, 0, 0);
        return canvas?.getImageData(0, 0, bitmap.width, bitmap.height) ?? new ImageData(1, 1);
      };
      const [one, two] = [await pixels(a), await pixels(b)];
      if (one.width !== two.width || Math.abs(one.height - two.height) > 2) return 1;
      let off = 0;
      const length = Math.min(one.data.length, two.data.length);
      for (let i = 0; i < length; i += 4) if ([0, 1, 2].some((c) => Math.abs((one.data[i + c] ?? 0) - (two.data[i + c] ?? 0)) > Number(channel))) off += 1;
      return off / (length / 4);
    },
    [golden.toString('base64'), taken.toString('base64'), String(CHANNEL)],
  );
}
