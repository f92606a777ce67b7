import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../harness/start-product.ts';
import { StubApi } from '../harness/stub-api.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { estimateSeconds, type Hand, keyboard, mouse } from './hands.ts';
import { openDashboard } from './open-dashboard.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

/**
 * From `npm start` to a working agent, by somebody who has a shop and reads nothing: once with the mouse, once with the
 * keyboard alone. Then a visitor of the shop uses all that was made.
 */
const FIVE_MINUTES = 300;
const STEP_MS = 15_000;

let browser: Browser;
let api: StubApi;

beforeAll(async () => {
  [browser, api] = await Promise.all([launchBrowser(), StubApi.start()]);
  api.answer = () => ({ body: { number: 'A-10493', status: 'on its way', carrier: 'PostNord' } });
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

describe.each([
  ['mouse', mouse],
  ['keyboard', keyboard],
] as const)('a newcomer with the %s', (name, handFor) => {
  let database: TestDatabase;
  let product: Product;
  let page: Page;
  let watch: PageWatch;
  let hand: Hand;

  beforeAll(async () => {
    database = await createTestDatabase();
    product = await startProduct(database.url, { EGRESS_ALLOW: api.host });
  });
  afterAll(async () => {
    await product.stop();
    await database.drop();
  });

  const button = (label: string | RegExp) => page.getByRole('button', { name: label, exact: true });
  const link = (label: string) => page.getByRole('link', { name: label, exact: true });
  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
  const goTo = (label: string) =>
    hand.press(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: label }));
  const heading = (label: string | RegExp) => page.getByRole('heading', { level: 1, name: label }).waitFor();
  const said = (text: string) => page.getByText(text, { exact: true }).first().waitFor();
  const shoot = async (step: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/newcomer-${name}-${step}.png` });
  };

  it('has a working agent in five minutes, and answers the first visitor', { timeout: 120_000 }, async () => {
    const opened = await openDashboard(browser, product.setupUrl, null, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    ({ page, watch } = opened);
    page.setDefaultTimeout(STEP_MS);
    hand = handFor(page);

    await setUp();
    await teach();
    const code = await makeActionsAndCopyCode();
    const seconds = estimateSeconds(hand.effort);
    console.info(
      `a newcomer with the ${name}: ${JSON.stringify(hand.effort)}, about ${Math.round(seconds)} s`,
    );
    expect(seconds).toBeLessThan(FIVE_MINUTES);

    const site = await startSite(code);
    await visitAndAnswer(site.url);
    site.server.close();
    expect(watch.faults).toEqual([]);
    await opened.close();
  });

  async function setUp(): Promise<void> {
    await hand.write(field('Your name'), 'Ingrid Berg');
    await hand.write(field('E-mail'), 'ingrid@example.com');
    await hand.write(field('Password'), 'winter-in-bergen');
    await hand.write(field('Name of your shop or team'), 'Nordlys Outdoor');
    await hand.press(button('Start'));
    await heading('Hello, Ingrid');
    // The sample shop's agent is there to look at; hers begins with nothing.
    await button('Agent: Nordlys Outdoor').waitFor();
    await said('0 of 5 done');
    await shoot('home');
  }

  async function teach(): Promise<void> {
    await hand.press(link('Write instructions'));
    await heading('Instructions');
    await hand.write(page.getByLabel('Greeting'), 'Hei! Ask me about your order.');
    await hand.press(button('Save'));
    await said('Version 2');
  }

  /** @returns the code for her pages, as it lies in the clipboard */
  async function makeActionsAndCopyCode(): Promise<string> {
    await goTo('Actions');
    await hand.press(button('Collect leads'));
    await heading('Collect leads');
    await shoot('leads');

    await page.evaluate(
      (curl) => navigator.clipboard.writeText(curl),
      `curl ${api.url}/orders/:order_number`,
    );
    await hand.press(link('New action'));
    await hand.press(button('Custom action'));
    const address = page.getByRole('textbox', { name: 'Address' });
    await address.waitFor();
    await hand.paste(address);
    await said('The request was read from what you pasted.');
    await hand.write(region('When to use it').getByRole('textbox', { name: 'Name' }), 'Look up an order');
    await hand.write(
      page.getByLabel('Use it when', { exact: true }),
      'The visitor asks where their order is.',
    );
    await hand.press(button('Save'));
    await said('Saved.');
    await hand.write(page.getByRole('complementary').getByLabel('order_number'), 'A-10493');
    await hand.press(button('Send test request'));
    await hand.press(page.getByLabel('status: on its way'));
    await hand.press(button('Save'));
    await page.getByText('Not saved yet').waitFor({ state: 'hidden' });
    await shoot('custom');

    await hand.press(link('New action'));
    await hand.press(button('Cal.com'));
    await hand.write(field('Event link'), `${product.shopUrl}fjell/fitting`);
    await hand.press(button('Save'));
    await page.getByRole('tab', { name: 'Calls' }).waitFor();
    await shoot('meeting');

    await hand.press(link('New action'));
    await hand.press(button('Stop auto reply'));
    await page.getByLabel('Message before the hand-over').waitFor();

    await goTo('Home');
    await hand.press(link('Copy the code'));
    await hand.press(button('Copy'));
    await button('Copied').waitFor();
    await shoot('code');
    return page.evaluate(() => navigator.clipboard.readText());
  }

  async function visitAndAnswer(siteUrl: string): Promise<void> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 780 } });
    const shop = await context.newPage();
    shop.setDefaultTimeout(STEP_MS);
    const visit = await watchPage(shop);
    await shop.goto(siteUrl);
    await shop.getByRole('button', { name: 'Open chat' }).click();
    const chat = shop.frameLocator('iframe');
    await chat.getByText('Hei! Ask me about your order.').waitFor();
    await useAll(chat);
    await say(chat, 'I want to talk to a human');

    await goTo('Inbox');
    await hand.press(page.getByRole('listitem').filter({ hasText: 'human' }).getByRole('button'));
    await hand.write(page.getByRole('textbox', { name: 'Reply' }), 'Hello, this is Ingrid.');
    await hand.press(page.getByRole('button', { name: 'Send' }));
    await chat.getByText('Hello, this is Ingrid.', { exact: true }).waitFor();
    await shoot('inbox');
    await hand.press(page.getByRole('switch', { name: 'Auto reply' }));
    await said('The agent answers here.');
    await say(chat, 'Where is my order A-10493?');
    await chat
      .getByText(/on its way/)
      .last()
      .waitFor();
    expect(await checkAxe(shop)).toEqual([]);
    expect(visit.faults).toEqual([]);
    await context.close();
  }

  /** Each action that she made, as a visitor has it. */
  async function useAll(chat: FrameLocator): Promise<void> {
    await say(chat, 'Where is my order A-10493?');
    await chat
      .getByText(/on its way/)
      .first()
      .waitFor();
    await say(chat, 'Please contact me, I would like a quote');
    await chat.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await chat.getByRole('textbox', { name: 'Email' }).fill('ada@example.com');
    await chat.getByRole('button', { name: 'Send details' }).click();
    await chat.getByText('Thank you. We have your details').waitFor();
    await say(chat, 'Can I book a meeting?');
    await chat.getByRole('region', { name: 'Pick a time' }).locator('.time').first().waitFor();
  }

  const region = (label: string) => page.getByRole('region', { name: label });
  async function say(chat: FrameLocator, text: string): Promise<void> {
    const box = chat.getByRole('textbox', { name: 'Write a message' });
    await box.fill(text);
    await box.press('Enter');
  }
});

/** A page of hers, on another origin, with the code in it. */
async function startSite(code: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Nordlys</title><body><main><h1>Nordlys</h1></main>${code}</body></html>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
