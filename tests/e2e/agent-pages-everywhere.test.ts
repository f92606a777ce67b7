import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkout } from '../harness/checkout.ts';
import { Harness } from '../harness/harness.ts';
import { type PersonClient, setUp } from '../harness/person-client.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { isTooWide } from './is-too-wide.ts';
import { looksFor } from './looks.ts';
import { openDashboard } from './open-dashboard.ts';

/** Instructions, knowledge, the playground and leads, full of what people with bad intentions write. */
let browser: Browser;
let house: Harness;
let owner: PersonClient;
let sourceId: string;

const payloads = readFileSync(join(checkout, 'tests', 'data', 'widget-xss.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { payload: unknown }).payload)
  .map((payload) => (typeof payload === 'string' ? payload : JSON.stringify(payload)))
  .filter((payload) => payload.trim() !== '');

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), Harness.start()]);
  owner = await setUp(house);
  const { id } = await house.createAgent({ language: 'en', greeting: payloads[0]?.slice(0, 400) });
  for (const instructions of [payloads.join('\n').slice(0, 19_000), 'Be kind.'])
    await house.api('PATCH', `/api/v1/agents/${id}`, { instructions });
  const source = await house.api<{ id: string }>('POST', '/api/v1/knowledge/sources', {
    ...{ agentId: id, type: 'faq', title: payloads[1]?.slice(0, 200) },
    items: payloads.map((text) => ({ question: text.slice(0, 500), answer: text.slice(0, 5_000) })),
  });
  sourceId = source.body.id;
  await house.createAction(id, {
    kind: 'lead-form',
    name: payloads[2]?.slice(0, 80),
    guidance: { whenToUse: 'Use when the visitor wants a quote.', examples: ['I would like a quote'] },
    settings: {
      fields: [
        { name: 'name', type: 'name' },
        { name: 'message', type: 'message' },
      ],
    },
  });
  for (const text of payloads) {
    const visitor = await house.visit(id);
    await visitor.ask('I would like a quote');
    const form = (await visitor.list()).find(({ card }) => card)?.id ?? '';
    await visitor.useCard(form, 'submit', { name: text.slice(0, 80), message: text.slice(0, 1_000) });
  }
}, 120_000);
afterAll(async () => {
  await browser.close();
  await house.close();
});

const PAGES = ['instructions', 'knowledge', 'source', 'playground', 'leads'] as const;
const pathOf = (name: (typeof PAGES)[number]) => (name === 'source' ? `/knowledge/${sourceId}` : `/${name}`);

/** Until what the page is about is there. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The panel listens for as long as it is there.
  if (page.url().endsWith('/playground')) await page.locator('iframe, [role=alert]').first().waitFor();
  else await page.waitForLoadState('networkidle');
}

it.each(PAGES)(
  '%s is accessible and runs nothing, whatever stands in it',
  async (name) => {
    for (const { colorScheme, size, viewport } of looksFor(PAGES.indexOf(name))) {
      const locale = size === 'phone' ? 'de-DE' : 'en-US';
      const { page, watch, close } = await openDashboard(browser, `${house.url}${pathOf(name)}`, owner, {
        ...{ colorScheme, viewport, locale },
      });
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('dialog', (dialog) => requests.push(`dialog ${dialog.message()}`));
      await settle(page);
      if (name === 'playground') {
        await page.locator('.suggestion').first().click();
        await page.locator('.why article').first().waitFor();
      }
      for (const summary of await page.locator('summary').all()) await summary.click();
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${name}-${size}-${colorScheme}.png` });
      expect(await checkAxe(page)).toEqual([]);
      await expect.poll(() => isTooWide(page)).toBe(false);
      await page.setViewportSize({ width: 320, height: 640 });
      await expect.poll(() => isTooWide(page)).toBe(false);
      expect(requests.filter((url) => !url.startsWith(house.url) && !url.startsWith('data:'))).toEqual([]);
      expect(watch.faults).toEqual([]);
      await close();
    }
  },
  120_000,
);

/** A list and a frame: how the others look then is in the gallery. */
it.each(['knowledge', 'playground'] as const)(
  '%s says what failed, and can be tried again',
  async (name) => {
    const { page, close } = await openDashboard(browser, `${house.url}/settings/account`, owner, {
      ignore: [/./],
    });
    await settle(page);
    let isDown = true;
    await page.route(/\/api\/v1\/(?!session)/, (route) => (isDown ? route.abort() : route.continue()));
    await page.goto(`${house.url}${pathOf(name)}`);
    const again = page.getByRole('button', { name: 'Try again' }).first();
    await again.waitFor({ timeout: 20_000 });
    await page.getByText('Bellhop cannot be reached').first().waitFor();
    expect(await checkAxe(page)).toEqual([]);
    isDown = false;
    await again.click();
    await again.waitFor({ state: 'detached' });
    await close();
  },
  60_000,
);
