import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGallery } from '../../scripts/start-gallery.mjs';
import { checkout } from '../harness/checkout.ts';
import { Harness } from '../harness/harness.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { isTooWide } from './is-too-wide.ts';
import { type Look, looksFor } from './looks.ts';
import { watchPage } from './watch-page.ts';

/** So many pages beside each other: one waits while another is checked. */
const PAGES = 3;
const NARROW = { width: 320, height: 640 };
const CHAT = 'widget/';

let browser: Browser;
let gallery: Awaited<ReturnType<typeof startGallery>>;
let states: string[];

beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchBrowser(), startGallery({ port: 0 })]);
  const page = await browser.newPage();
  await page.goto(gallery.url);
  await page.locator('[data-state]').first().waitFor();
  states = await page
    .locator('[data-state]')
    .evaluateAll((links) => links.map((link) => link.dataset.state ?? ''));
  await page.close();
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
});

it(
  'every state is accessible, within the window, and without a fault on the console',
  async () => {
    const waiting = states.flatMap((state, index) => looksFor(index).map((look) => ({ state, look })));
    const faults: Record<string, string[]> = {};
    const lookAtSome = async () => {
      const visitor = await enter();
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const found = await visitor.look(next.state, next.look);
        if (found.length > 0) faults[`${next.state}, ${next.look.size}, ${next.look.colorScheme}`] = found;
      }
      await visitor.leave();
    };
    await Promise.all(Array.from({ length: PAGES }, lookAtSome));
    expect(faults).toEqual({});
  },
  process.env.PROVE === 'full' ? 900_000 : 180_000,
);

/** One page of the browser, in which one state after the other is shown. */
async function enter() {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-US' });
  const page = await context.newPage();
  const watch = await watchPage(page, { ignore: [/status of (404|503).*\/widget\/v1\/sessions/] });
  return {
    leave: () => context.close(),
    async look(state: string, { colorScheme, size, viewport }: Look): Promise<string[]> {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const problem = await (state.startsWith(CHAT) ? showChat(page, state) : show(page, state, size));
      const found = [...problem, ...(await checkAxe(page))];
      if (await isTooWide(page)) found.push('It is wider than the window.');
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/${state.replace('/', '-')}-${size}-${colorScheme}.png`,
        });
      if (size === 'phone') {
        await page.setViewportSize(NARROW);
        if (await isTooWide(page)) found.push('It is wider than 320 pixels.');
      }
      return [...found, ...watch.faults.splice(0)];
    },
  };
}

/** Within the page that is there, if one is: to load it takes longer than all else. @returns what went wrong */
async function show(page: Page, state: string, size: Look['size']): Promise<string[]> {
  // German words are the longer ones, and a phone is where they have the least room.
  const address = `/_gallery/${state}${size === 'phone' ? '?language=de' : ''}`;
  if (page.url().startsWith(gallery.url))
    await page.evaluate((next) => {
      delete document.documentElement.dataset.shown;
      delete document.documentElement.dataset.problem;
      history.pushState(null, '', next);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
  else await page.goto(new URL(address, gallery.url).href);
  const { problem } = await page
    .waitForFunction(() => {
      const { shown, problem } = document.documentElement.dataset;
      return shown || problem ? { problem } : null;
    })
    .then((handle) => handle.jsonValue() as Promise<{ problem?: string }>);
  return problem ? [problem] : [];
}

async function showChat(page: Page, state: string): Promise<string[]> {
  await page.goto(new URL(`/c/${state.slice(CHAT.length)}`, gallery.url).href);
  await page.locator('#compose, .refused').first().waitFor();
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  return [];
}

describe('the gallery', () => {
  it('has every group of screens with nothing, with all, and with what went wrong', () => {
    const groups = readFileSync(join(checkout, 'src/dashboard/features.ts'), 'utf8').matchAll(
      /'\.\/([\w-]+)\/feature\.ts'/g,
    );
    const missing = [...groups]
      .filter(([, group]) => group !== 'app')
      .flatMap(([, group]) =>
        ['empty', 'full', 'error'].flatMap((name) =>
          states.some((state) => new RegExp(`^${group}/(.+-)?${name}$`).test(state))
            ? []
            : [`${group}/${name}`],
        ),
      );
    expect(missing).toEqual([]);
  });

  it('answers as the API does: each of its routes is one of the real server', async () => {
    const house = await Harness.start();
    const { paths } = (await (await fetch(`${house.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const real = new Set(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, '{}')}`),
      ),
    );
    const shapes = readFileSync(join(checkout, 'src/dashboard/gallery/kit/api-shapes.ts'), 'utf8');
    const routes = [...shapes.matchAll(/^ {2}'(\w+) (\/v1\/.+?)':/gm)];
    expect(routes.length).toBeGreaterThan(30);
    const strange = routes.flatMap(([, method, path]) => {
      const route = `${method} /api${path?.replaceAll(/\{\w+\}/g, '{}')}`;
      return real.has(route) ? [] : [route];
    });
    expect(strange).toEqual([]);
    // Nobody reaches it on a server that customers have.
    for (const path of ['/_gallery', '/_gallery/home/full', '/_gallery/chats.json'])
      expect((await fetch(`${house.url}${path}`)).status, path).toBe(404);
    await house.close();
  });

  it('is no part of what is built for customers', () => {
    const dist = join(checkout, 'dist');
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(m?js|html)$/.test(file) && !file.startsWith('.'),
    );
    expect(files.length).toBeGreaterThan(20);
    const telling = /data-problem|sampleAnswers|Nordlys|does not fit the contract/;
    expect(files.filter((file) => telling.test(readFileSync(join(dist, file), 'utf8')))).toEqual([]);
    expect(existsSync(join(dist, 'gallery'))).toBe(false);
  });

  it('has the policy of the dashboard, and may be framed by itself alone', async () => {
    const policyOf = async (path: string) =>
      ((await fetch(new URL(path, gallery.url))).headers.get('content-security-policy') ?? '').replaceAll(
        /nonce-[\w-]+/g,
        '',
      );
    const strict = await policyOf('/_gallery/home/full');
    expect(strict).toContain("default-src 'none'");
    expect(strict).toContain("frame-ancestors 'none'");
    expect(strict).toContain("require-trusted-types-for 'script'");
    expect(await policyOf('/_gallery/home/full?framed')).toBe(
      strict.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    );
  });

  it('lists what it has, by words, and shows a state as wide as one wants', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const watch = await watchPage(page);
    await page.goto(gallery.url);
    expect(await checkAxe(page)).toEqual([]);
    await page.getByLabel('Filter').fill('leads/full');
    await page.getByText(/^1 of \d+ states/).waitFor();
    await page.getByLabel('Width').selectOption('390');
    await page.getByLabel('Language').selectOption('de');
    await page.getByLabel('Scheme').selectOption('dark');
    await page.getByRole('link', { name: 'full' }).click();
    const frame = page.frameLocator('iframe');
    await frame
      .getByLabel(/^Nach Name/)
      .first()
      .waitFor();
    expect(await frame.locator('html').evaluate(() => innerWidth)).toBe(390);
    expect(await frame.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(watch.faults).toEqual([]);
    await context.close();
  });
});
