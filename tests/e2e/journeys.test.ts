import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { Entry } from '../../src/contract/entry.ts';
import type { Lead } from '../../src/contract/lead.ts';
import { type Product, startProduct } from '../harness/start-product.ts';
import { waitFor } from '../harness/wait-for.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

/** The product as `npm start` gives it: built, no key, the demo shop on another origin with a strict policy. */
let database: TestDatabase;
let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let chat: FrameLocator;
let watch: PageWatch;
let before: Conversation | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  [product, browser] = await Promise.all([startProduct(database.url), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await database.drop();
});

beforeEach(async () => {
  before = await newestConversation();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  watch = await watchPage(page);
  await page.goto(product.shopUrl);
  chat = await openChat(page);
});
afterEach(async () => {
  expect(watch.faults).toEqual([]);
  await context.close();
});

async function openChat(where: Page): Promise<FrameLocator> {
  await where.getByRole('button', { name: 'Open chat' }).click();
  const frame = where.frameLocator('iframe');
  await frame.getByRole('textbox', { name: 'Write a message' }).waitFor();
  return frame;
}

/** What was written last, in whatever tab. */
let said = '';

async function say(text: string, frame = chat): Promise<void> {
  said = text;
  const box = frame.getByRole('textbox', { name: 'Write a message' });
  await box.fill(text);
  await box.press('Enter');
}

/** Waits for a text in the chat's log. */
const see = (text: string | RegExp, frame = chat) => frame.getByRole('log').getByText(text).first().waitFor();

/** The conversation of this test: the newest, once it is another than the one of the test before. */
const conversation = () =>
  waitFor(async () => {
    const newest = await newestConversation();
    return newest?.id === before?.id ? null : newest;
  });

async function newestConversation(): Promise<Conversation | undefined> {
  const { items } = await product.api<{ items: Conversation[] }>('GET', '/api/v1/conversations?limit=1');
  return items[0];
}

async function entries(): Promise<Entry[]> {
  const { id } = await conversation();
  const { items } = await product.api<{ items: Entry[] }>('GET', `/api/v1/conversations/${id}/entries`);
  return items.sort((a, b) => a.seq - b.seq);
}

const leads = async () => (await product.api<{ items: Lead[] }>('GET', '/api/v1/leads')).items;

/** All entries, once what was written last has arrived and has been answered. */
async function settled(timeoutMs?: number): Promise<Entry[]> {
  return waitFor(async () => {
    const all = await entries();
    const asked = all.findLastIndex(({ text, author }) => author.type === 'visitor' && text === said);
    return asked >= 0 && asked < all.length - 1 && all.at(-1)?.author.type !== 'visitor' ? all : null;
  }, timeoutMs);
}

describe('1 a question', () => {
  it('that the FAQ answers gets that answer, with its source', async () => {
    await say('How long does shipping take?');
    const all = await settled();
    const answer = all.at(-1);
    expect(answer).toMatchObject({
      author: { type: 'agent' },
      citations: [{ title: expect.any(String), url: expect.stringContaining(product.shopUrl) }],
    });
    await see((answer?.text ?? '').slice(0, 30));
    const source = chat.getByRole('link', { name: new RegExp(answer?.citations?.[0]?.title ?? '-') });
    expect(await source.getAttribute('href')).toBe(answer?.citations?.[0]?.url);
    expect(await checkAxe(page)).toEqual([]);
  });

  it('that nothing answers is met with an honest word, and no card', async () => {
    await say('What is the capital of Mongolia?');
    const all = await settled();
    expect(all.at(-1)?.author.type).toBe('agent');
    expect(all.some((entry) => entry.card || entry.citations)).toBe(false);
  });
});

describe('2 a link at the right moment', () => {
  it('opens in a new tab, and the click is recorded', async () => {
    await say('Show me the winter jackets');
    const link = chat.getByRole('link', { name: /See the winter collection/ });
    await link.waitFor();
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
    expect(opened.url()).toBe(`${product.shopUrl}#winter`);
    await waitFor(async () => (await entries()).some((entry) => entry.card?.state === 'opened'));
    expect(await checkAxe(page)).toEqual([]);
  });
});

describe('3 contact details', () => {
  it('are taken once, and the success message stands where the form was', async () => {
    const before = (await leads()).length;
    await say('I need jackets for my team, can I get a quote?');
    await chat.getByRole('button', { name: 'Send details' }).waitFor();
    expect(await checkAxe(page)).toEqual([]);
    await chat.getByLabel('Name').fill('Ada Lovelace');
    await chat.getByLabel(/^Email/).fill('not an address');
    await fillOthers();
    await chat.getByRole('button', { name: 'Send details' }).click();
    await chat.getByText('Please write an email address').waitFor();
    expect(await leads()).toHaveLength(before);
    await chat.getByLabel(/^Email/).fill('ada@example.com');
    await chat.getByRole('button', { name: 'Send details' }).dblclick();
    await chat.getByRole('button', { name: 'Send details' }).waitFor({ state: 'detached' });
    const card = (await entries()).find((entry) => entry.card)?.card;
    await see(String(card?.payload.message));
    expect(await leads()).toHaveLength(before + 1);
    expect((await leads())[0]?.values).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.com' });
  });

  it('are not asked for again once the form was closed, unless the visitor asks', async () => {
    await say('I need jackets for my team, can I get a quote?');
    await chat.getByRole('button', { name: 'Not now' }).click();
    const card = (
      await waitFor(async () => (await entries()).find((entry) => entry.card?.state === 'dismissed'))
    )?.card;
    await see(String(card?.payload.message));
    await say('We are a club of forty people');
    await settled();
    await say('How long does shipping take?');
    await settled();
    expect((await entries()).filter((entry) => entry.card)).toHaveLength(1);
    await say('OK, please let me leave my contact details for a team quote');
    await chat.getByRole('button', { name: 'Send details' }).waitFor();
    expect((await entries()).filter((entry) => entry.card)).toHaveLength(2);
  });

  it('a yes while the form is open leads to it, and sends nothing', async () => {
    const before = (await leads()).length;
    await say('I need jackets for my team, can I get a quote?');
    await chat.getByRole('button', { name: 'Send details' }).waitFor();
    await say('yes please');
    await see('Please go on in the card above. Nothing happens until you do.');
    expect(await leads()).toHaveLength(before);
    expect(await checkAxe(page)).toEqual([]);
  });

  async function fillOthers() {
    const message = chat.getByLabel(/^Message/);
    if (await message.count()) await message.fill('40 parkas, please');
  }
});

describe('4 a human', () => {
  it('is called once; the agent is silent until it is turned on; a reply appears', async () => {
    await say('I want to talk to a human');
    await chat.getByText('A person will answer here').waitFor();
    const told = await settled();
    expect(told.filter(({ author }) => author.type === 'agent')).toHaveLength(1);
    await see(String(told.at(-1)?.text));

    await say('Hello? How long does shipping take?');
    await say('Show me the winter jackets');
    await waitFor(async () => (await entries()).some(({ text }) => text === 'Show me the winter jackets'));
    const { id, autoReply } = await conversation();
    expect(autoReply).toBe('muted');
    await product.api('POST', `/api/v1/conversations/${id}/replies`, {
      clientId: 'r1',
      text: 'Hi, Mia here.',
      name: 'Mia',
    });
    await see('Hi, Mia here.');
    await see('Mia');
    expect((await entries()).filter(({ author }) => author.type === 'agent')).toHaveLength(1);
    expect(await checkAxe(page)).toEqual([]);

    await product.api('PUT', `/api/v1/conversations/${id}/auto-reply`, { state: 'on' });
    await chat.getByText('A person will answer here').waitFor({ state: 'detached' });
    await say('How long does shipping take?');
    await waitFor(async () => (await entries()).filter(({ author }) => author.type === 'agent').length === 2);
  });
});

describe('5 the same conversation', () => {
  it('is there after a reload, and in a second tab, with nothing doubled', async () => {
    await say('How long does shipping take?');
    const answer = String((await settled()).at(-1)?.text).slice(0, 30);
    await page.reload();
    const again = await openChat(page);
    await see(answer, again);
    const second = await context.newPage();
    await second.goto(product.shopUrl);
    const other = await openChat(second);
    await see(answer, other);
    await say('Hello from the second tab', other);
    await see('Hello from the second tab', again);
    expect(await again.getByRole('log').getByText('How long does shipping take?').count()).toBe(1);
  });

  it('takes up what was written without a network, once', async () => {
    await say('How long does shipping take?');
    await settled();
    await context.setOffline(true);
    await say('Written in a tunnel');
    await chat.getByText('You are offline').waitFor();
    await see('Written in a tunnel');
    await context.setOffline(false);
    await waitFor(async () => (await entries()).some(({ text }) => text === 'Written in a tunnel'), 20_000);
    expect((await entries()).filter(({ text }) => text === 'Written in a tunnel')).toHaveLength(1);
    expect(await chat.getByRole('log').getByText('Written in a tunnel').count()).toBe(1);
    watch = { faults: watch.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault)) };
  });

  it('goes on after the server was restarted', async () => {
    await say('How long does shipping take?');
    await settled();
    await product.restart();
    await say('Still here?');
    const all = await settled(20_000);
    expect(all.filter(({ text }) => text === 'Still here?')).toHaveLength(1);
    watch = { faults: watch.faults.filter((fault) => !/ERR_(CONNECTION|INCOMPLETE)/.test(fault)) };
  });
});
