import type { Page } from 'playwright-core';

/** Wider than the window: a page that has to be pushed sideways to be read. */
export const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
