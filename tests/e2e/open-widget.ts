import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  FrameLocator,
  Locator,
  Page,
} from 'playwright-core';
import { type PageWatch, watchPage } from './watch-page.ts';

export interface OpenWidget {
  context: BrowserContext;
  page: Page;
  /** What went wrong in the page and its frames: console errors, uncaught errors, refused by a policy. */
  watch: PageWatch;
  launcher: Locator;
  dialog: Locator;
  /** Inside the panel. */
  panel: FrameLocator;
  compose: Locator;
  close(): Promise<void>;
}

/** Opens a host page with the widget in a context of its own. `closed`: leaves the panel closed. */
export async function openWidget(
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { closed?: boolean; ignore?: RegExp[]; context?: BrowserContext } = {},
): Promise<OpenWidget> {
  const { closed, ignore = [], context: given, ...contextOptions } = options;
  const context = given ?? (await browser.newContext({ locale: 'en-US', ...contextOptions }));
  const page = await context.newPage();
  const watch = await watchPage(page, { ignore });
  await page.goto(url);
  const launcher = page.locator('bellhop-widget button[aria-expanded]');
  const panel = page.frameLocator('bellhop-widget iframe');
  const compose = panel.locator('#compose');
  await launcher.waitFor();
  if (!closed) {
    await launcher.click();
    await compose.waitFor();
  }
  const dialog = page.locator('bellhop-widget dialog');
  return { context, page, watch, launcher, dialog, panel, compose, close: () => context.close() };
}
