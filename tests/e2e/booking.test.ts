import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Booking } from '../../src/contract/actions/booking.ts';
import { type Product, startProduct } from '../harness/start-product.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

/** Meetings, as a visitor of the sample shop books them: its Cal stands in for the real one, on another origin. */
const SHOTS = process.env.SHOTS;
let database: TestDatabase;
let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let chat: FrameLocator;
let watch: PageWatch;
let actionId: string;
let conversationId: string | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  [product, browser] = await Promise.all([startProduct(database.url), launchBrowser()]);
  const { items: agents } = await product.api<{ items: { id: string }[] }>('GET', '/api/v1/agents');
  const { items } = await product.api<{ items: { id: string; name: string }[] }>(
    'GET',
    `/api/v1/agents/${agents[0]?.id}/actions?limit=100`,
  );
  actionId = items.find(({ name }) => name === 'Fitting by video')?.id ?? '';
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await database.drop();
});
afterEach(async () => {
  expect(watch.faults).toEqual([]);
  await context.close();
});

async function visit(options: Parameters<Browser['newContext']>[0], ignore: RegExp[] = []): Promise<void> {
  context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options });
  page = await context.newPage();
  watch = await watchPage(page, { ignore });
  page.on('response', async (response) => {
    if (response.url().endsWith('/widget/v1/sessions') && response.ok())
      conversationId = ((await response.json()) as { conversationId: string }).conversationId;
  });
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

const shoot = async (name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};
const card = () => chat.getByRole('region', { name: 'Pick a time' }).last();
const bookings = async () =>
  (await product.api<{ items: Booking[] }>('GET', `/api/v1/bookings?conversationId=${conversationId}`)).items;
const setLink = (event: string) =>
  product.api('PATCH', `/api/v1/actions/${actionId}`, {
    settings: { link: `${product.shopUrl}fjell/${event}` },
  });

const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PHONE = {
  viewport: { width: 390, height: 780 },
  colorScheme: 'dark',
  isMobile: true,
  hasTouch: true,
} as const;

it('a meeting is booked in the chat, at a desk: the time zone is named and can be changed', async () => {
  await visit(DESKTOP);
  await say('I want to book a fitting');
  const first = card().locator('.time').first();
  await first.waitFor();
  expect(await first.textContent()).toMatch(/^\d\d:\d\d$/);
  const zone = card().getByRole('combobox', { name: 'Time zone' });
  expect(await zone.inputValue()).toBe('Europe/Berlin');
  expect(await checkAxe(page)).toEqual([]);
  await shoot('booking-slots');
  const inBerlin = await first.textContent();
  await zone.selectOption('Asia/Kathmandu');
  expect(await first.textContent()).not.toBe(inBerlin);
  expect(await first.textContent()).toMatch(/:45$/);
  await zone.selectOption('Europe/Berlin');
  await card().getByRole('button', { name: 'Later' }).click();
  const later = await first.textContent();
  await first.click();
  await card().getByText(`${later}, `).first().waitFor();
  await card().getByRole('button', { name: 'Other times' }).click();
  await card().getByRole('button', { name: 'Later' }).click();
  await first.click();
  const name = card().getByRole('textbox', { name: 'Name' });
  await name.waitFor();
  expect(await name.evaluate((input) => input === document.activeElement)).toBe(true);
  await card()
    .getByRole('button', { name: /^Book / })
    .click();
  await card().getByText('Please fill this in.').first().waitFor();
  await card().getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await card().getByRole('textbox', { name: 'Email' }).fill('ada@example.com');
  expect(await checkAxe(page)).toEqual([]);
  await shoot('booking-form');
  await card()
    .getByRole('button', { name: /^Book \d\d:\d\d, / })
    .dblclick();
  await chat.getByText(/^Booked: \d\d:\d\d, .*Europe\/Berlin/).waitFor();
  expect(await checkAxe(page)).toEqual([]);
  await shoot('booking-booked');
  expect(await bookings()).toMatchObject([{ state: 'booked', timeZone: 'Europe/Berlin' }]);
});

it('a meeting is booked on a phone, in the dark, and still stands there after a reload', async () => {
  await visit(PHONE);
  await say('Can I make an appointment?');
  await card().locator('.time').nth(4).click();
  await card().getByRole('textbox', { name: 'Name' }).fill('Grace Hopper');
  await card().getByRole('textbox', { name: 'Email' }).fill('grace@example.com');
  expect(await checkAxe(page)).toEqual([]);
  await shoot('booking-phone-dark');
  expect(await chat.locator('body').evaluate((body) => body.scrollWidth <= innerWidth)).toBe(true);
  await card()
    .getByRole('button', { name: /^Book / })
    .press('Enter');
  await chat.getByText(/^Booked: /).waitFor();
  await shoot('booking-phone-booked');
  await page.reload();
  await page.getByRole('button', { name: /Open chat/ }).click();
  await chat.getByText(/^Booked: /).waitFor();
  expect(await bookings()).toMatchObject([{ state: 'booked' }]);
});

it('where the form asks for more, the page of the event is shown, and what it reports is called a report', async () => {
  await setLink('visit');
  await visit(DESKTOP);
  await say('I want to book a fitting');
  const embed = chat.frameLocator('iframe.embed');
  await embed.getByRole('heading', { name: 'Visit in the shop' }).waitFor();
  await card().getByRole('link', { name: 'Open in a new tab' }).waitFor();
  expect(await checkAxe(page)).toEqual([]);
  await shoot('booking-embed');
  const frame = card().locator('iframe');
  expect(await frame.getAttribute('sandbox')).toBe(
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
  );
  expect(await frame.getAttribute('referrerpolicy')).toBe('strict-origin');
  // The host page speaks as the booking page would; it is not the one that is listened to.
  await page.evaluate(() => {
    const forged = { originator: 'CAL', type: 'bookingSuccessfulV2', data: { uid: 'forged' } };
    window.frames[0]?.postMessage(forged, '*');
  });
  await embed.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await embed.getByRole('button').first().click();
  await chat.getByText(/You reported a booking; we could not confirm it yet/).waitFor();
  expect(await checkAxe(page)).toEqual([]);
  await shoot('booking-reported');
  const reported = await bookings();
  expect(reported).toMatchObject([{ state: 'reported' }]);
  expect(reported[0]?.uid).not.toBe('forged');
});

it('where the page refuses to be framed, a link is left', async () => {
  await setLink('framed-out');
  await visit(DESKTOP, [/frame-options|X-Frame-Options|ERR_BLOCKED_BY_RESPONSE/i]);
  await say('I want to book a fitting');
  await chat.getByText('The booking page cannot be shown here. It opens in a new tab.').waitFor();
  const link = card().getByRole('link', { name: 'Open in a new tab' });
  expect(await link.getAttribute('href')).toBe(`${product.shopUrl}fjell/framed-out`);
  expect(await checkAxe(page)).toEqual([]);
  await shoot('booking-link');
});

it.each([
  ['at a desk', DESKTOP, 'calendly'],
  ['on a phone, in the dark', PHONE, 'calendly-phone'],
])('Calendly books on its own page in the chat, and says so itself: %s', async (_case, screen, shot) => {
  await visit(screen);
  await say('I would like advice by phone');
  const embed = chat.frameLocator('iframe.embed');
  await embed.getByRole('heading', { name: 'Advice by phone' }).waitFor();
  const frame = new URL((await card().locator('iframe').getAttribute('src')) ?? '');
  expect(frame.searchParams.get('embed_domain')).toBe(new URL(product.url).host);
  const link = await card().getByRole('link', { name: 'Open in a new tab' }).getAttribute('href');
  expect(new URL(link ?? '').searchParams.get('utm_content')).toBe(frame.searchParams.get('utm_content'));
  expect(await checkAxe(page)).toEqual([]);
  await shoot(`booking-${shot}`);
  expect(await chat.locator('body').evaluate((body) => body.scrollWidth <= innerWidth)).toBe(true);
  // The host page speaks as the booking page would; it is not the one that is listened to.
  await page.evaluate(() => {
    const payload = { invitee: { uri: 'https://api.calendly.com/scheduled_events/A/invitees/forged' } };
    window.frames[0]?.postMessage({ event: 'calendly.event_scheduled', payload }, '*');
  });
  await embed.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await embed.getByRole('textbox', { name: 'Email' }).fill('ada@example.com');
  await embed.getByRole('radio').first().check();
  await embed.getByRole('button', { name: 'Schedule event' }).click();
  await chat.getByText(/^Booked: /).waitFor();
  await chat.getByRole('link', { name: 'Choose another time' }).waitFor();
  expect(await checkAxe(page)).toEqual([]);
  await shoot(`booking-${shot}-booked`);
  const booked = await bookings();
  expect(booked).toMatchObject([{ provider: 'calendly', state: 'booked', timeZone: 'Europe/Berlin' }]);
  expect(booked[0]?.uid).not.toContain('forged');
});
