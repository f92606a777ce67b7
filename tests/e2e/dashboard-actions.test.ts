import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Action } from '../../src/contract/action.ts';
import type { Call } from '../../src/contract/call.ts';
import { Harness } from '../harness/harness.ts';
import { type PersonClient, setUp } from '../harness/person-client.ts';
import { StubApi } from '../harness/stub-api.ts';
import { waitFor } from '../harness/wait-for.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { isTooWide } from './is-too-wide.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

/** The actions of an agent, made and changed by its owner in the dashboard, and then used by visitors. */
const SHOTS = process.env.SHOTS;
let house: Harness;
let stub: StubApi;
let browser: Browser;
let owner: PersonClient;
let agentId: string;
let context: BrowserContext;
let page: Page;
let watch: PageWatch;

beforeAll(async () => {
  stub = await StubApi.start();
  stub.answer = () => ({
    body: { number: 'A-10493', status: 'in_transit', carrier: 'PostNord', margin: 0.41 },
  });
  [house, browser] = await Promise.all([Harness.start({ egressAllow: stub.host }), launchBrowser()]);
  owner = await setUp(house);
  const { body } = await owner.call<{ items: { id: string }[] }>('GET', '/api/v1/agents');
  agentId =
    body.items[0]?.id ??
    (await owner.call<{ id: string }>('POST', '/api/v1/agents', { name: 'Robin' })).body.id;
});
afterAll(async () => {
  await browser.close();
  await house.close();
  await stub.close();
});
afterEach(async () => {
  expect(watch.faults).toEqual([]);
  await context.close();
});

async function open(
  path: string,
  options: BrowserContextOptions & { ignore?: RegExp[] } = {},
): Promise<void> {
  const { ignore, ...rest } = options;
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', ...rest });
  await context.addCookies(
    (owner.headers.cookie ?? '').split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: house.url };
    }),
  );
  page = await context.newPage();
  watch = await watchPage(page, ignore ? { ignore } : {});
  await page.addInitScript(() => {
    const counted = window as unknown as { clicks: number };
    counted.clicks = 0;
    addEventListener('click', () => counted.clicks++, true);
  });
  await page.goto(`${house.url}${path}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const actionName = () =>
  page.getByRole('region', { name: 'When to use it' }).getByRole('textbox', { name: 'Name' });
const countClicks = () => page.evaluate(() => (window as unknown as { clicks: number }).clicks);
const shoot = async (name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};
async function listActions(): Promise<Action[]> {
  return (await owner.call<{ items: Action[] }>('GET', `/api/v1/agents/${agentId}/actions`)).body.items;
}

/** Presses Tab until it is there. */
async function tabTo(target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 60; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('the keyboard does not reach it');
}

/** What a paste of the keyboard does, without the clipboard of the machine. */
async function paste(text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

it('with no action yet, Collect leads is one click, and is live', async () => {
  await open('/actions');
  await page.getByRole('heading', { name: 'What should your agent be able to do?' }).waitFor();
  await shoot('actions-empty');
  expect(await checkAxe(page)).toEqual([]);
  await button('Collect leads').click();
  await page.getByRole('heading', { level: 1, name: 'Collect leads' }).waitFor();
  expect(await countClicks()).toBeLessThanOrEqual(2);
  await page.getByLabel('Use it when', { exact: true }).waitFor();
  await shoot('actions-leads');
  expect(await checkAxe(page)).toEqual([]);
  expect(await listActions()).toMatchObject([{ kind: 'lead-form', enabled: true }]);
});

it('from a pasted cURL, a custom action is made in six clicks, tried, and used in the chat', async () => {
  await open('/actions');
  await page.getByRole('link', { name: 'New action' }).click();
  await shoot('actions-new');
  expect(await checkAxe(page)).toEqual([]);
  await button('Custom action').click();
  await page.locator('.cm-content[aria-label="Address"]:focus').waitFor();
  await paste(
    `curl '${stub.url}/orders/:order_number' -H 'Authorization: Bearer sk-not-a-real-one-1234567890'`,
  );
  await button('Store them').click();
  await page.getByRole('status').getByText('The request was read from what you pasted.').waitFor();
  await actionName().click();
  await page.keyboard.type('Look up an order');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The visitor asks where their order is or when it arrives.');
  await button('Save').click();
  await page.getByText('Saved.', { exact: true }).first().waitFor();
  expect(await countClicks()).toBeLessThanOrEqual(6);
  expect((await listActions())[0]).toMatchObject({
    kind: 'http',
    enabled: true,
    settings: { inputs: [{ name: 'order_number' }], request: { method: 'GET' } },
  });
  expect(JSON.stringify(await listActions())).not.toContain('sk-not-a-real');
  await shoot('actions-curl');
  expect(await checkAxe(page)).toEqual([]);

  await page.getByRole('complementary').getByLabel('order_number').fill('A-10493');
  await button('Send test request').click();
  await page.getByText(/200, \d+ ms/).waitFor();
  await page.getByLabel('status: in_transit').check();
  await page.getByLabel('carrier: PostNord').check();
  await shoot('actions-tested');
  expect(await checkAxe(page)).toEqual([]);
  await button('Save').click();
  await page.getByText('Not saved yet').waitFor({ state: 'hidden' });
  const [action] = await listActions();
  expect(action?.settings).toMatchObject({
    response: {
      fields: [
        { path: '$.status', name: 'status' },
        { path: '$.carrier', name: 'carrier' },
      ],
    },
  });
  const { body } = await owner.call<{ items: Call[] }>('GET', `/api/v1/calls?actionId=${action?.id}`);
  expect(JSON.stringify(body.items[0]?.request)).toContain('Bearer •••');

  await page.getByRole('tab', { name: 'Calls' }).click();
  await button(/Done/).click();
  await page.getByText('What was sent').waitFor();
  await shoot('actions-calls');
  expect(await checkAxe(page)).toEqual([]);
  expect(await page.content()).not.toContain('sk-not-a-real');

  const visitor = await house.visit(agentId);
  await visitor.send('Where is my order A-10493?');
  await waitFor(async () => (await visitor.list()).some(({ text }) => /in_transit/.test(text ?? '')));
});

it('what is wrong stands beside its field, the first of it has the focus, and nothing typed is lost', async () => {
  await open('/actions/new-http', { ignore: [/422/] });
  await page.locator('.cm-content[aria-label="Address"]:focus').waitFor();
  await page.keyboard.type(`${stub.url}/orders/{{nummer}}`);
  await page.keyboard.press('Escape');
  await page.getByText('Nothing is named nummer yet.').waitFor();
  await actionName().fill('Broken');
  await button('Save').click();
  await page.getByText('Not saved. One thing has to be put right.').waitFor();
  await page.locator('.cm-content[aria-label="Address"][aria-invalid="true"]:focus').waitFor();
  await shoot('actions-errors');
  expect(await checkAxe(page)).toEqual([]);
  await button('Ask the visitor for nummer').click();
  await button('Save').click();
  await page.getByText('Saved.', { exact: true }).first().waitFor();
  expect((await listActions())[0]).toMatchObject({
    name: 'Broken',
    settings: { inputs: [{ name: 'nummer' }] },
  });
});

it('leaving unsaved changes asks first; an archived action comes back with one click', async () => {
  const [action] = await listActions();
  await open(`/actions/${action?.id}`);
  await actionName().fill('Changed');
  await page.getByText('Not saved yet').waitFor();
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked++;
    void dialog.dismiss();
  });
  await page.getByRole('link', { name: 'Home' }).click();
  await expect.poll(() => asked).toBe(1);
  expect(await actionName().inputValue()).toBe('Changed');
  await page.getByRole('tab', { name: 'Used by' }).click();
  await page.getByText('Nothing else uses this action').waitFor();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await button('Save').click();
  await page.getByText('Saved.', { exact: true }).first().waitFor();

  await button(/^More for/).click();
  await shoot('actions-menu');
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByText('Changed is archived.').waitFor();
  expect((await listActions()).map(({ name }) => name)).not.toContain('Changed');
  await button('Undo').click();
  await page.getByText('Restored.').waitFor();
  expect((await listActions()).map(({ name }) => name)).toContain('Changed');
});

it('the safety of an action: a limit, pages, office hours', async () => {
  const action = (await listActions()).find(({ kind }) => kind === 'lead-form');
  await open(`/actions/${action?.id}`);
  await page.getByLabel('How often').selectOption('conversation');
  await page.getByLabel('Only on these pages').fill('/products/*\n\nhttps://shop.example/*');
  await page.getByRole('switch', { name: 'Only in office hours' }).check({ force: true });
  await page.getByLabel('Monday from').fill('08:30');
  await page.getByLabel('Monday to').fill('12:00');
  await button('Add hours on Monday').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Monday, 2 from').and(page.locator(':focus')).waitFor();
  await page.getByLabel('Monday, 2 to').fill('12:30');
  await page.getByText('The end must come after the beginning.').waitFor();
  await page.getByLabel('Monday, 2 from').fill('11:00');
  await page.getByText('Two of these times overlap.').waitFor();
  expect(await page.getByLabel('Monday, 2 from').getAttribute('aria-invalid')).toBe('true');
  await shoot('actions-safety-overlap');
  expect(await checkAxe(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  await expect.poll(() => isTooWide(page)).toBe(false);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel('Monday, 2 from').fill('18:00');
  await page.getByLabel('Monday, 2 to').fill('00:00');
  await button('Use the hours of Monday on all open days').click();
  await button('Remove the hours Friday, 2').click();
  await page.getByLabel('Friday from').and(page.locator(':focus')).waitFor();
  await shoot('actions-safety');
  expect(await checkAxe(page)).toEqual([]);
  await button('Save').click();
  await page.getByText('Saved.', { exact: true }).first().waitFor();
  expect((await listActions()).find(({ id }) => id === action?.id)).toMatchObject({
    limit: { per: 'conversation' },
    availability: {
      pages: ['/products/*', 'https://shop.example/*'],
      hours: {
        weekly: {
          ...Object.fromEntries(
            ['mon', 'tue', 'wed', 'thu'].map((day) => [
              day,
              [
                { from: '08:30', to: '12:00' },
                { from: '18:00', to: '24:00' },
              ],
            ]),
          ),
          fri: [{ from: '08:30', to: '12:00' }],
        },
      },
    },
  });
});

it('with the keyboard alone, a pasted cURL becomes an action', async () => {
  await open('/actions');
  await tabTo(page.getByRole('link', { name: 'New action' }));
  await page.keyboard.press('Enter');
  await tabTo(button('Custom action'));
  await page.keyboard.press('Enter');
  await page.locator('.cm-content[aria-label="Address"]:focus').waitFor();
  await paste(
    `curl -X POST '${stub.url}/tickets' -H 'Content-Type: application/json' -d '{"text": "{{text}}"}'`,
  );
  await page.getByText('The request was read from what you pasted.').waitFor();
  await tabTo(actionName(), 'Shift+Tab');
  await page.keyboard.type('Open a ticket');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The visitor reports a problem.');
  await page.keyboard.press('Control+s');
  await page.getByText('Saved.', { exact: true }).waitFor();
  expect(await countClicks()).toBeLessThanOrEqual(2);
  expect((await listActions())[0]).toMatchObject({
    name: 'Open a ticket',
    confirm: true,
    settings: { request: { method: 'POST', body: { type: 'json' } }, inputs: [{ name: 'text' }] },
  });
});

it('a button, a hand-over and a meeting with the link of the workspace are made from little', async () => {
  await owner.call('PATCH', '/api/v1/workspace', { eventLink: 'ada/30min' });
  await open('/actions/new-button', { ignore: [/422/] });
  await page.getByLabel('Text on the button').fill('See our prices');
  await page.getByLabel('Where it leads').fill('javascript:alert(1)');
  await button('Save').click();
  await page.getByText('Not saved. One thing has to be put right.').waitFor();
  expect(await page.getByLabel('Where it leads').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Where it leads').fill('https://shop.example/prices');
  await button('Save').click();
  await page.getByText('Saved.', { exact: true }).waitFor();

  await page.goto(`${house.url}/actions/new`);
  await button('Stop auto reply').click();
  await page.getByLabel('Message before the hand-over').waitFor();

  await page.goto(`${house.url}/actions/new-cal`);
  await page.getByText('Leave it empty to use the link of the workspace: ada/30min').waitFor();
  await button('Save').click();
  await page.getByRole('tab', { name: 'Calls' }).waitFor();
  expect((await listActions()).slice(0, 3).map(({ kind }) => kind)).toEqual([
    'cal',
    'stop-auto-reply',
    'button',
  ]);

  await page.goto(`${house.url}/actions/new-calendly`);
  await page.getByText('Calendly is not connected yet').waitFor();
  expect(await page.getByRole('link', { name: 'Connect Calendly in Settings' }).getAttribute('href')).toBe(
    '/settings/integrations',
  );
});

it('an operation of an OpenAPI document becomes the request', async () => {
  const document = {
    openapi: '3.1.0',
    servers: [{ url: stub.url }],
    paths: {
      '/orders': { get: { operationId: 'listOrders', summary: 'List orders' } },
      '/orders/{id}': {
        get: {
          operationId: 'getOrder',
          summary: 'Get an order',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        },
      },
    },
  };
  await open('/actions/new-http');
  await button('Import from OpenAPI').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('OpenAPI document, JSON or YAML').fill(JSON.stringify(document));
  await dialog.getByRole('button', { name: 'Show operations' }).click();
  await dialog.getByLabel('Operation').selectOption('getOrder');
  await shoot('actions-openapi');
  expect(await checkAxe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Use operation' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.locator('.cm-content[aria-label="Address"]').innerText()).toBe(
    `${stub.url}/orders/{{id}}`,
  );
  await page
    .getByRole('region', { name: 'What to ask the visitor' })
    .getByRole('group', { name: 'id' })
    .waitFor();
  page.on('dialog', (asked) => void asked.accept());
});

it('what failed last stands in the list, and one click shows why', async () => {
  const { id } = (
    await owner.call<Action>('POST', `/api/v1/agents/${agentId}/actions`, {
      ...{ kind: 'http', name: 'Return label', guidance: { whenToUse: 'The visitor wants a return label.' } },
      settings: { request: { url: `${stub.url}/labels` } },
    })
  ).body;
  const answer = stub.answer;
  stub.answer = () => ({ status: 404, body: {} });
  const visitor = await house.visit(agentId);
  await visitor.send('I want a return label.');
  await waitFor(async () => {
    const { body } = await owner.call<{ items: Call[] }>('GET', `/api/v1/calls?actionId=${id}`);
    return body.items[0]?.state === 'failed';
  });
  stub.answer = answer;
  await open('/actions');
  const badge = page.getByRole('link', { name: 'Last run failed: not found' });
  await badge.waitFor();
  await shoot('actions-failed');
  expect(await checkAxe(page)).toEqual([]);
  await badge.click();
  await page.getByText('What came back').waitFor();
  expect(await countClicks()).toBe(1);
});
