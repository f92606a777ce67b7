import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PersonClient } from '../harness/person-client.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

export interface OpenDashboard {
  page: Page;
  /** Console errors, uncaught errors, and what the policy refused. */
  watch: PageWatch;
  close(): Promise<void>;
}

/** Opens a page of the dashboard as somebody who is signed in; null: as nobody. */
export async function openDashboard(
  browser: Browser,
  url: string,
  person: PersonClient | null,
  options: BrowserContextOptions & { ignore?: RegExp[] } = {},
): Promise<OpenDashboard> {
  const { ignore = [], ...contextOptions } = options;
  const context = await browser.newContext({ locale: 'en-US', viewport: DESKTOP, ...contextOptions });
  if (person) await context.addCookies(cookiesOf(person, url));
  const page = await context.newPage();
  const watch = await watchPage(page, { ignore });
  await page.goto(url);
  return { page, watch, close: () => context.close() };
}

const DESKTOP = { width: 1440, height: 900 };

function cookiesOf(person: PersonClient, url: string) {
  const pairs = (person.headers.cookie ?? '').split('; ').filter(Boolean);
  return pairs.map((pair) => {
    const cut = pair.indexOf('=');
    return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url: new URL(url).origin };
  });
}
