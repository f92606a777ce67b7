import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Agent } from '../../src/contract/agent.ts';
import type { Conversation, ConversationDetail } from '../../src/contract/conversation.ts';
import { signIdentity } from '../harness/sign-identity.ts';
import { type Product, startProduct } from '../harness/start-product.ts';
import { waitFor } from '../harness/wait-for.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';
import { launchBrowser } from './browser.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

type BellhopPage = Window & { Bellhop?: { (...call: unknown[]): void; q?: unknown[] } };

/** A shop where people sign in: its page calls `identify` before the widget's script is there, as long as somebody is. */
let database: TestDatabase;
let product: Product;
let browser: Browser;
let agentId: string;
let secret: string;
let context: BrowserContext;
let page: Page;
let watch: PageWatch;
let warnings: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  [product, browser] = await Promise.all([startProduct(database.url), launchBrowser()]);
  const { items } = await product.api<{ items: Agent[] }>('GET', '/api/v1/agents');
  agentId = items[0]?.id ?? '';
  const path = `/api/v1/agents/${agentId}/identity-secrets`;
  secret = (await product.api<{ value: string }>('POST', path)).value;
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await database.drop();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  // A session that was ended on purpose is refused, which the browser reports.
  watch = await watchPage(page, { ignore: [/status of 401/] });
  warnings = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.addInitScript(() => {
    if (window !== top) return;
    const site = window as BellhopPage;
    const token = sessionStorage.getItem('identity');
    const stub: NonNullable<BellhopPage['Bellhop']> = (...call) => {
      stub.q ??= [];
      stub.q.push(call);
    };
    site.Bellhop = stub;
    if (token) stub('identify', { token });
  });
  await page.goto(product.shopUrl);
});
afterEach(async () => {
  expect(watch.faults).toEqual([]);
  await context.close();
});

const sign = (sub: string, claims = {}) => signIdentity(secret, agentId, { sub, ...claims });
const call = (...values: unknown[]) =>
  page.evaluate((given) => (window as BellhopPage).Bellhop?.(...given), values);

/** What the shop does when somebody signs in: its next pages say so. */
async function signInOnNextPages(token: string | null): Promise<void> {
  await page.evaluate((given) => {
    if (given) sessionStorage.setItem('identity', given);
    else sessionStorage.removeItem('identity');
  }, token);
}

async function openChat(): Promise<FrameLocator> {
  const chat = page.frameLocator('iframe');
  const box = chat.getByRole('textbox', { name: 'Write a message' });
  if (!(await box.isVisible())) await page.getByRole('button', { name: 'Open chat' }).click();
  await box.waitFor();
  return chat;
}

async function say(chat: FrameLocator, text: string): Promise<void> {
  const box = chat.getByRole('textbox', { name: 'Write a message' });
  await box.fill(text);
  await box.press('Enter');
  await chat.getByRole('log').getByText(text).waitFor();
  await conversationOf(text);
}

const see = (chat: FrameLocator, text: string) => chat.getByRole('log').getByText(text).waitFor();
const ready = (chat: FrameLocator) => chat.getByRole('log').getByText(/.+/).first().waitFor();

/** The conversation in which this was said last, and by whom. */
async function conversationOf(text: string): Promise<ConversationDetail> {
  return waitFor(async () => {
    const { items } = await product.api<{ items: Conversation[] }>('GET', '/api/v1/conversations');
    for (const { id } of items) {
      const entries = `/api/v1/conversations/${id}/entries`;
      const { items: said } = await product.api<{ items: { text?: string }[] }>('GET', entries);
      if (said.some((entry) => entry.text === text))
        return product.api<ConversationDetail>('GET', `/api/v1/conversations/${id}`);
    }
    return null;
  });
}

it('who is signed in keeps the conversation over a reload, loses it with shutdown, and nobody else sees it', async () => {
  await signInOnNextPages(await sign('ada', { name: 'Ada', customer_id: 'c-1' }));
  await page.reload();
  let chat = await openChat();
  await say(chat, 'It is me, Ada');
  expect((await conversationOf('It is me, Ada')).visitor).toMatchObject({
    level: 'verified',
    sub: 'ada',
    attributes: { name: 'Ada', customer_id: 'c-1' },
  });

  await page.reload();
  chat = await openChat();
  await see(chat, 'It is me, Ada');

  await signInOnNextPages(null);
  await call('shutdown');
  await page.locator('bellhop-widget dialog').waitFor({ state: 'hidden' });
  chat = await openChat();
  await ready(chat);
  expect(await chat.getByRole('log').getByText('It is me, Ada').count()).toBe(0);
  await page.reload();
  chat = await openChat();
  await ready(chat);
  expect(await chat.getByRole('log').getByText('It is me, Ada').count()).toBe(0);

  await signInOnNextPages(await sign('eve'));
  await page.reload();
  chat = await openChat();
  await ready(chat);
  expect(await chat.getByRole('log').getByText('It is me, Ada').count()).toBe(0);
  await say(chat, 'And I am Eve');
  expect((await conversationOf('And I am Eve')).visitor.sub).toBe('eve');
});

it('shutdown on a page that has not opened the chat signs out as well, though nothing was written', async () => {
  await signInOnNextPages(await sign('quiet', { plan: 'gold' }));
  await page.reload();
  await openChat();
  await signInOnNextPages(null);
  await page.reload();
  await call('shutdown');
  const chat = await openChat();
  await say(chat, 'Who am I now?');
  expect((await conversationOf('Who am I now?')).visitor).toMatchObject({ level: 'anonymous', sub: null });
});

it('who signs in with the chat open keeps what they said, and what another leaves half written stays away', async () => {
  const chat = await openChat();
  await say(chat, 'Before I signed in');
  await call('identify', { token: await sign('carol') });
  await waitFor(async () => (await conversationOf('Before I signed in')).visitor.level === 'verified');
  await say(chat, 'After I signed in');
  await see(chat, 'Before I signed in');
  expect((await conversationOf('After I signed in')).id).toBe(
    (await conversationOf('Before I signed in')).id,
  );

  await chat.getByRole('textbox').fill('Half a secret');
  await call('identify', { token: await sign('dave') });
  await chat.getByRole('log').getByText('Before I signed in').waitFor({ state: 'detached' });
  expect(await chat.getByRole('textbox').inputValue()).toBe('');
  await say(chat, 'Dave here');
  expect((await conversationOf('Dave here')).visitor.sub).toBe('dave');
});

it('a wrong token is told to the developer, and the chat goes on', async () => {
  const told: unknown[] = [];
  await page.exposeFunction('tell', (detail: unknown) => told.push(detail));
  const listen = () =>
    page.evaluate(() => {
      const site = window as BellhopPage & { tell?: (detail: unknown) => void };
      site.Bellhop?.('on', 'identity', (detail: unknown) => site.tell?.(detail));
    });
  await listen();
  const old = Math.floor(Date.now() / 1000) - 600;
  await call('identify', { token: await sign('frank', { iat: old, exp: old + 60 }) });
  const chat = await openChat();
  await say(chat, 'Hello from nobody');
  expect((await conversationOf('Hello from nobody')).visitor.level).toBe('anonymous');
  await waitFor(() => told.length > 0);
  expect(told).toEqual([
    { isVerified: false, problem: { code: 'expired', message: expect.stringContaining('expired') } },
  ]);
  expect(warnings.join()).toContain('Bellhop: the identity was not taken. The token has expired.');

  await call('identify', { token: await signIdentity('some other secret of this length', agentId) });
  await waitFor(() => told.length > 1);
  expect(told[1]).toMatchObject({ isVerified: false, problem: { code: 'bad_signature' } });
  await say(chat, 'Still nobody');
  expect(warnings.length).toBeGreaterThan(1);
  watch = { faults: watch.faults.filter((fault) => !/status of 422/.test(fault)) };
});
