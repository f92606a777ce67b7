import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Call } from '../../src/contract/call.ts';
import { type Product, startProduct } from '../harness/start-product.ts';
import { waitFor } from '../harness/wait-for.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

/** Actions that reach outside, as a visitor of the sample shop meets them: its order API is real, on another origin. */
const SHOTS = process.env.SHOTS;
let database: TestDatabase;
let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let chat: FrameLocator;
let watch: PageWatch;

beforeAll(async () => {
  database = await createTestDatabase();
  [product, browser] = await Promise.all([startProduct(database.url), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await database.drop();
});
beforeEach(() => visit({ viewport: { width: 1280, height: 800 } }));
afterEach(async () => {
  expect(watch.faults).toEqual([]);
  await context.close();
});

async function visit(options: Parameters<Browser['newContext']>[0]): Promise<void> {
  context = await browser.newContext(options);
  page = await context.newPage();
  watch = await watchPage(page);
  await page.goto(product.shopUrl);
  await page.getByRole('button', { name: 'Open chat' }).click();
  chat = page.frameLocator('iframe');
  await chat.getByRole('textbox', { name: 'Write a message' }).waitFor();
}

async function say(text: string): Promise<void> {
  const box = chat.getByRole('textbox', { name: 'Write a message' });
  await box.fill(text);
  await box.press('Enter');
}

const see = (text: string | RegExp) => chat.getByRole('log').getByText(text).last().waitFor();
const shoot = async (name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

async function newestCalls(): Promise<Call[]> {
  const { items } = await product.api<{ items: Call[] }>('GET', '/api/v1/calls?limit=10');
  const newest = items[0]?.conversationId;
  return items.filter(({ conversationId }) => conversationId === newest);
}

it('an order is looked up: the missing number is asked for, the answer comes from the shop', async () => {
  await say('Where is my order?');
  await see(/order number/i);
  await say('1042');
  await see(/Order 1042 is packed/);
  await chat.getByRole('region', { name: 'Your order' }).waitFor();
  await shoot('order');
  expect(await checkAxe(page)).toEqual([]);
  const [call] = await newestCalls();
  expect(call).toMatchObject({ state: 'done', effect: 'read', inputs: { order_number: { value: '1042' } } });
  expect(JSON.stringify(call?.request)).toContain('Bearer •••');
});

it('an order that does not exist is told as that', async () => {
  await say('Where is order 9999?');
  await see(/could not find order 9999/);
});

it('an address is changed once: the exact values are shown, confirmed, and then sent', async () => {
  await say('I want to change the delivery address of my order');
  await see(/order number and new address/i);
  await say('1042, Bryggen 5, 5003 Bergen');
  const card = chat.getByRole('region', { name: 'Change delivery address' });
  await card.getByText('Bryggen 5, 5003 Bergen').waitFor();
  await shoot('confirm');
  expect(await checkAxe(page)).toEqual([]);
  expect(await newestCalls()).toMatchObject([{ state: 'proposed' }]);
  await card.getByRole('button', { name: 'Confirm' }).dblclick();
  await see(/address of order 1042 is changed to Bryggen 5, 5003 Bergen/);
  await card.getByText('You confirmed this.').waitFor();
  await shoot('confirmed');
  expect(await checkAxe(page)).toEqual([]);
  expect(await newestCalls()).toMatchObject([{ state: 'done', attempts: [{ state: 'done' }] }]);
});

it('what is cancelled is not sent', async () => {
  await say('Please change the delivery address of order 1042 to Torget 1, 5014 Bergen');
  const card = chat.getByRole('region', { name: 'Change delivery address' });
  await card.getByRole('button', { name: 'Cancel' }).press('Enter');
  await card.getByText('Cancelled. Nothing was sent.').waitFor();
  expect(await newestCalls()).toMatchObject([{ state: 'failed', error: 'declined', attempts: [] }]);
});

it('on a phone, in the dark, after a reload, what was asked can still be confirmed', async () => {
  await context.close();
  await visit({ viewport: { width: 390, height: 780 }, colorScheme: 'dark', isMobile: true, hasTouch: true });
  await say('Please change the delivery address of order 1042 to Torget 1, 5014 Bergen');
  await chat.getByRole('button', { name: 'Confirm' }).waitFor();
  await shoot('confirm-phone-dark');
  expect(await checkAxe(page)).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: /Open chat/ }).click();
  await chat.getByRole('button', { name: 'Confirm' }).click();
  await see(/is changed to Torget 1, 5014 Bergen/);
  await waitFor(async () => (await newestCalls())[0]?.state === 'done');
});
