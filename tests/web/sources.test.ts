import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/create-api.js';
import { Fetcher } from '../../src/gather/fetch/fetcher.js';
import { openRegister } from '../../src/register/index.js';
import { post, today } from '../api/helpers.js';
import { send, startServer, type TestServer } from '../gather/fetch/server.js';
import { question, state, testSeed } from '../register/helpers.js';
import { homes } from '../register/homes.js';
import { expectSound, hasBrowser, inBrowser, openStage, type Stage } from './browser.js';

const article = (text: string): string => `<!doctype html><html><head><title>Position</title></head><body><article><h1>Position</h1><p>${text}</p></article></body></html>`;

/** A register whose sources were asked twice: one page changed meanwhile, one address failed. */
describe.skipIf(!hasBrowser).each(homes.filter(({ available }) => available))(inBrowser('the sources, over a register $name'), (home) => {
  let stage: Stage;
  let web: TestServer;
  beforeAll(async () => {
    web = await startServer({
      '/page': (_request, response, count) => send(article(count === 1 ? 'Hungary opposes inviting Ukraine to join NATO. The talks went on all night.' : 'The talks went on all night, and the ministers went home.'))(_request, response, count),
      '/gone': send('', {}, 404),
    });
    const place = await home.newPlace();
    const register = await openRegister(place, { mode: 'create', seed: await testSeed() });
    await register.putQuestion(question('q', { title: 'Invite Ukraine', members: ['HUN', 'DEU'].map(state), options: [{ id: 'invite', proposal: 'Invite Ukraine to join NATO', aliases: [] }] }));
    const api = createApi({ register, today: () => today, openFetcher: () => Promise.resolve(new Fetcher({ allowPrivate: true, limits: { hostDelayMs: 0, tries: 1, totalMs: 20_000 } })) });
    for (const path of ['/page', '/gone']) await register.putSource('q', web.url(path), 'follow');
    await post(api, '/api/sources/check', { question: 'q' });
    await post(api, '/api/sources/check', { question: 'q', address: web.url('/page') });
    await register.close();
    stage = await openStage('serve', place);
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    await web.close();
    await home.close();
  });

  it('what is followed says how it goes; one more is taken up and left again', async () => {
    const page = await stage.open('q/q/sources');
    await page.getByRole('button', { name: /^Followed 2/ }).click();
    await page.locator('.source-line', { hasText: '/page' }).getByText(/read, 0 failed; answered last on/).waitFor();
    await expectSound(page, 'followed sources');
    await page.getByLabel('Address of a feed, sitemap or page').fill('https://harbour.example/feed.xml');
    await page.getByRole('button', { name: 'Follow it' }).click();
    await page.getByText('3 followed sources').waitFor();
    await page.getByRole('button', { name: 'Follow https://harbour.example/feed.xml no longer' }).click();
    await page.getByText('2 followed sources').waitFor();
    await page.context().close();
  });

  it('what failed has its reason and is tried again on request', async () => {
    const page = await stage.open('q/q/sources?show=failed');
    await page.locator('.badge', { hasText: 'given up' }).waitFor();
    expect(await page.textContent('.sources')).toContain('404');
    await expectSound(page, 'failed fetches');
    await page.getByRole('button', { name: `Try ${web.url('/gone')} again` }).click();
    await page.locator('.badge', { hasText: 'given up' }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('a page that changed shows each version, what changed in words, and the evidence that is gone, which the member’s view marks too', async () => {
    const page = await stage.open('q/q/sources?show=changed');
    await page.getByRole('link', { name: 'Position' }).click();
    await page.locator('.version-change del', { hasText: 'Hungary opposes' }).waitFor();
    expect(await page.textContent('.versions .notice.bad')).toContain('Hungary');
    await expectSound(page, 'versions of a page');
    await page.locator('.versions').getByRole('link', { name: 'Hungary' }).click();
    await page.getByText('Taken back').waitFor();
    await page.context().close();
  });

  it('kept to its security policy, asked no other server, and logged no error', () => {
    expect(stage.complaints).toEqual([]);
  });
});
