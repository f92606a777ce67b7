import { readFileSync } from 'node:fs';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CalendlyStandIn } from '../../demo/stand-ins/calendly/calendly-stand-in.ts';
import type { Agent } from '../../src/contract/agent.ts';
import { Harness } from '../harness/harness.ts';
import { type PersonClient, setUp } from '../harness/person-client.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { isTooWide } from './is-too-wide.ts';
import { LOOKS } from './looks.ts';
import { openDashboard } from './open-dashboard.ts';

/** What an owner sees of a card while they edit the action that shows it. */
const SHOTS = process.env.SHOTS;
let browser: Browser;
let house: Harness;
let owner: PersonClient;
let calendly: CalendlyStandIn;
let agent: Agent;

beforeAll(async () => {
  [browser, calendly] = await Promise.all([launchBrowser(), CalendlyStandIn.start()]);
  house = await Harness.start({
    egressAllow: calendly.host,
    connectionAddresses: { calendly: { api: calendly.url, auth: calendly.url } },
  });
  owner = await setUp(house);
  agent = (await owner.call<Agent>('POST', '/api/v1/agents', { name: 'Robin', language: 'auto' })).body;
  await owner.call('PATCH', `/api/v1/agents/${agent.id}`, { widget: { color: '#0f766e' } });
});
afterAll(async () => {
  await browser.close();
  await house.close();
  await calendly.close();
});

const open = (kind: string, options: Parameters<typeof openDashboard>[3] = {}) =>
  openDashboard(browser, `${house.url}/actions/new-${kind}`, owner, options);
const cardOf = (page: Page): FrameLocator => page.frameLocator('.preview-card > iframe');
const told = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();
const shoot = async (page: Page, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/preview-${name}.png`, fullPage: true });
};
/** Whatever would have told a server of it. */
function listSent(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' || request.url().includes('/widget/v1/')) sent.push(request.url());
  });
  return sent;
}

it('a form follows what is typed, keeps what was filled in, and sends nothing', async () => {
  const { page, watch, close } = await open('lead-form');
  const card = cardOf(page);
  await card.getByRole('textbox', { name: 'Email' }).fill('ada@example.com');
  const sent = listSent(page);
  const fields = page.getByRole('region', { name: 'What to ask the visitor' });
  await fields.getByLabel('Label').first().fill('Your name');
  await card.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await page.getByLabel('Consent').fill('We answer once.');
  await card.getByText('We answer once.').waitFor();
  await page.getByLabel('After it was sent').fill('Thank you, Ada!');
  expect(await card.getByRole('textbox', { name: 'Email' }).inputValue()).toBe('ada@example.com');
  expect(
    await card
      .getByRole('button', { name: 'Send details' })
      .evaluate((element) => getComputedStyle(element).backgroundColor),
  ).toBe('rgb(15, 118, 110)');
  await card.getByRole('button', { name: 'Send details' }).click();
  await card.getByText('Thank you, Ada!').waitFor();
  await told(page, 'This is a preview: nothing was sent.');
  const hostile = readFileSync(new URL('../data/widget-xss.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { payload: string }).payload)
    .join(' ')
    .replace(/\s+/g, ' ');
  await page.getByLabel('After it was sent').fill(hostile);
  await expect.poll(() => card.locator('.sentence').textContent()).toBe(hostile.trim());
  expect(await card.locator('.sentence *').count()).toBe(0);
  await page.getByRole('radiogroup', { name: 'What to show' }).getByText('Closed').click();
  await card.getByText('All right. You can go on asking here.').waitFor();
  expect(sent).toEqual([]);
  expect(watch.faults).toEqual([]);
  await close();
});

it('what is half filled in says what is missing; a link tells where it leads; nothing hostile runs', async () => {
  const { page, watch, close } = await open('button');
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByText('The text on the button.').waitFor();
  expect(await page.locator('.preview-card').count()).toBe(0);
  const hostile = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
  await page.getByLabel('Text on the button').fill(hostile);
  const link = cardOf(page).getByRole('link');
  await preview.getByText('Where it leads').waitFor();
  expect(await link.innerText()).toContain(hostile);
  await page.getByLabel('Where it leads').fill('javascript:alert(3)');
  await link.click();
  await told(page, 'This is a preview. In the chat, this leads to https://www.example.com/');
  await page.getByLabel('Where it leads').fill('mailto:help@example.com');
  await page.getByText('What is still missing').waitFor({ state: 'hidden' });
  // By the keyboard: past the choices, into the card, and on its link.
  await preview.getByRole('radio', { name: 'Button' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await told(page, 'This is a preview. In the chat, this leads to mailto:help@example.com');
  expect(page.context().pages()).toHaveLength(1);
  expect(watch.faults).toEqual([]);
  await close();
});

it('a request shows what is confirmed, with examples, and the card of its answer', async () => {
  const { page, watch, close } = await open('http');
  const preview = page.getByRole('region', { name: 'Preview' });
  await page.getByRole('heading', { name: 'Safety' }).waitFor();
  expect(await preview.count()).toBe(0);
  await page
    .getByRole('switch', { name: 'The visitor confirms the exact values first' })
    .check({ force: true });
  await page.getByRole('region', { name: 'When to use it' }).getByLabel('Name').fill('Change an order');
  await page.getByRole('button', { name: 'Add a question' }).click();
  const card = cardOf(page);
  await card.getByRole('heading', { name: 'Change an order' }).waitFor();
  await card.getByRole('button', { name: 'Confirm' }).click();
  await card.getByText('You confirmed this.').waitFor();
  expect(watch.faults).toEqual([]);
  await close();
});

it('a meeting is offered with made-up times, or says that its page stands there', async () => {
  const { page, watch, close } = await open('cal');
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByText('The event link').waitFor();
  await page.getByLabel('Event link').fill('ada/30min');
  const card = cardOf(page);
  await card.getByRole('button', { name: /10:00/ }).first().click();
  await card.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await card.getByRole('textbox', { name: 'Email' }).fill('ada@example.com');
  await card.getByRole('button', { name: /^Book 10:00/ }).click();
  await card.getByText(/^Booked: /).waitFor();
  await told(page, 'This is a preview: nothing was sent.');
  await page.getByLabel('Event link').fill('ada+grace/30min');
  await preview.getByText('Then your booking page takes this place').waitFor({ state: 'hidden' });
  await preview.getByText('Page', { exact: true }).click();
  await preview.getByText('Then your booking page takes this place').waitFor();
  await page.getByLabel('Event link').fill('https://');
  await preview.getByText('The event link').waitFor();
  expect(watch.faults).toEqual([]);
  await close();
});

it('an event type of Calendly is shown by its name; a kind without a card shows nothing', async () => {
  await owner.call('POST', '/api/v1/connections', {
    ...{ kind: 'calendly', settings: { auth: 'token' } },
    credentials: { token: calendly.authorization.newPersonalToken() },
  });
  const { page, watch, close } = await open('calendly');
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByText('A connection to Calendly.').waitFor();
  await page.getByRole('combobox', { name: 'Account' }).selectOption({ index: 1 });
  await preview.getByText('The event type that visitors can book.').waitFor();
  const eventType = page.getByRole('combobox', { name: 'Event type' });
  await eventType.selectOption({ index: 1 });
  const name = (await eventType.locator('option:checked').innerText()).split(',')[0] ?? '';
  await cardOf(page).getByText(name).waitFor();
  await page.goto(`${house.url}/actions/new-stop-auto-reply`);
  await page.getByRole('heading', { name: 'Safety' }).waitFor();
  expect(await page.getByRole('region', { name: 'Preview' }).count()).toBe(0);
  expect(watch.faults).toEqual([]);
  await close();
});

it.each([
  ...LOOKS.map((look) => ({ ...look, locale: 'en-US', kind: look.size === 'phone' ? 'cal' : 'lead-form' })),
  {
    ...{ colorScheme: 'dark' as const, viewport: { width: 320, height: 700 } },
    ...{ size: 'narrow', locale: 'de-DE', kind: 'cal' },
  },
])('stands beside the form, or below it: $kind, $colorScheme, $size', async ({ size, kind, ...look }) => {
  const { page, watch, close } = await open(kind, look);
  if (kind === 'cal') await page.getByLabel(/Event link|Link zum Termin/).fill('ada/30min');
  const card = cardOf(page);
  await card.locator('.primary, .time').first().waitFor();
  const { scheme, isTooSmall } = await card.locator('html').evaluate((root) => ({
    scheme: getComputedStyle(root).colorScheme,
    isTooSmall: root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight,
  }));
  expect(scheme).toBe(look.colorScheme);
  expect(isTooSmall).toBe(false);
  expect(await checkAxe(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
  await shoot(page, `${kind}-${look.colorScheme}-${size}`);
  expect(watch.faults).toEqual([]);
  await close();
});
