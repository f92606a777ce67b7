import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitFor } from '../harness/wait-for.ts';
import { launchBrowser } from './browser.ts';
import { openWidget } from './open-widget.ts';
import { watchPage } from './watch-page.ts';
import { type StandIn, startStandIn } from './widget-stand-in.ts';

let browser: Browser;
let server: StandIn;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startStandIn();
});
afterEach(() => server.close());

const TAG = '<script async src="{origin}/widget.js?agent=sample"></script>';

describe('a host page', () => {
  it('makes one request before intent, and nothing moves', async () => {
    const widget = await openWidget(browser, server.hostUrl(), { closed: true });
    await widget.page.waitForTimeout(300);
    const shift = await widget.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 200);
        }),
    );
    expect(shift).toBe(0);
    expect(server.requests).toEqual(['/widget.js']);
    expect(
      await widget.page.evaluate(
        () => document.elementFromPoint(innerWidth - 200, innerHeight - 300)?.tagName,
      ),
    ).toMatch(/HTML|BODY|MAIN/);
    await widget.close();
  });

  it('loads the panel when the visitor comes near, and makes no session for that', async () => {
    const widget = await openWidget(browser, server.hostUrl(), { closed: true });
    await widget.launcher.hover();
    await widget.compose.waitFor({ state: 'attached' });
    await widget.page.waitForTimeout(200);
    expect(server.posts).toEqual([]);
    expect(await widget.dialog.isVisible()).toBe(false);
    await widget.close();
  });

  it('works under a strict policy that names only the server, with Trusted Types', async () => {
    server.host.html = `<h1>Shop</h1>${TAG}`;
    server.host.csp =
      "default-src 'none'; script-src {origin}; frame-src {origin}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
    const widget = await openWidget(browser, server.hostUrl());
    await widget.panel.getByText('Hello!').waitFor();
    const { width, height } = (await widget.launcher.boundingBox()) ?? { width: 0, height: 0 };
    expect([width, height]).toEqual([56, 56]);
    expect(widget.watch.faults).toEqual([]);
    await widget.close();
  });

  it('with two tags has one widget', async () => {
    server.host.html = TAG + TAG;
    const widget = await openWidget(browser, server.hostUrl(), { closed: true });
    await widget.page.waitForTimeout(200);
    expect(await widget.page.locator('bellhop-widget').count()).toBe(1);
    await widget.close();
  });

  it('is untouched when the server is down', async () => {
    server.host.html = `<h1>Shop</h1>${TAG.replace('{origin}', 'http://127.0.0.1:9')}`;
    const page = await browser.newPage();
    const watch = await watchPage(page, { ignore: [/ERR_UNSAFE_PORT|ERR_CONNECTION_REFUSED/] });
    await page.goto(server.hostUrl());
    expect(await page.locator('bellhop-widget').count()).toBe(0);
    expect(watch.faults).toEqual([]);
    await page.close();
  });

  it('of an origin that is not allowed shows no panel, and says so in place of it', async () => {
    server.agent.allowedOrigins = ['https://shop.example'];
    const widget = await openWidget(browser, server.hostUrl(), { closed: true, ignore: [/./] });
    await widget.launcher.click();
    await widget.page
      .getByRole('button', { name: 'The chat does not answer. Try again' })
      .waitFor({ timeout: 10_000 });
    expect(await widget.dialog.isVisible()).toBe(false);
    server.agent.allowedOrigins = [];
    await widget.page.getByRole('button', { name: 'Try again' }).click();
    await widget.compose.waitFor();
    await widget.close();
  }, 30_000);

  it('on another site, where the browser may block storage, has a chat that works', async () => {
    const widget = await openWidget(browser, server.hostUrl(true));
    await widget.compose.fill('Hello');
    await widget.compose.press('Enter');
    await widget.panel.locator('.visitor .bubble', { hasText: 'Hello' }).waitFor();
    expect(widget.watch.faults).toEqual([]);
    await widget.close();
  });
});

describe('the owner’s settings', () => {
  it('place, stack, hide and open the widget', async () => {
    Object.assign(server.agent.look, {
      side: 'left',
      offsetX: 40,
      offsetY: 60,
      zIndex: 7,
      hideLauncher: true,
      openOn: '.help',
    });
    server.host.html = `<a class="help" href="#nowhere">Help</a>${TAG}`;
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
    const page = await context.newPage();
    await page.goto(server.hostUrl());
    await page.locator('bellhop-widget').waitFor({ state: 'attached' });
    expect(await page.locator('bellhop-widget button[aria-expanded]').isVisible()).toBe(false);
    await page.locator('.help').click();
    await page.frameLocator('bellhop-widget iframe').locator('#compose').waitFor();
    expect(page.url()).not.toContain('#nowhere');
    await page.waitForTimeout(250);
    const box = await page.locator('bellhop-widget dialog').boundingBox();
    expect(box).toMatchObject({ x: 40, width: 400 });
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(640, 0);
    expect(await page.locator('bellhop-widget').evaluate((host) => getComputedStyle(host).zIndex)).toBe('7');
    await context.close();
  });

  it('colour the launcher so that its icon can be read', async () => {
    server.agent.look.color = '#ffdd00';
    const widget = await openWidget(browser, server.hostUrl());
    expect(await widget.launcher.evaluate((button) => getComputedStyle(button).color)).toBe('rgb(0, 0, 0)');
    expect(await widget.panel.locator('header').evaluate((header) => getComputedStyle(header).color)).toBe(
      'rgb(0, 0, 0)',
    );
    await widget.close();
  });

  it('can hide it on phones only', async () => {
    server.agent.look.hideOnMobile = true;
    const widget = await openWidget(browser, server.hostUrl(), { closed: true });
    await widget.page.setViewportSize({ width: 390, height: 700 });
    expect(await widget.launcher.isVisible()).toBe(false);
    await widget.close();
  });

  it('the teaser shows once', async () => {
    server.agent.look.teaser = 'Questions?';
    const widget = await openWidget(browser, server.hostUrl(), { closed: true });
    const teaser = widget.page.getByRole('button', { name: 'Questions?' });
    await teaser.waitFor();
    await widget.page.getByRole('button', { name: 'Close' }).click();
    await teaser.waitFor({ state: 'hidden' });
    await widget.page.reload();
    await widget.launcher.waitFor();
    expect(await teaser.isVisible()).toBe(false);
    await widget.close();
  });
});

describe('focus', () => {
  it('on a desktop goes to the text field, back to the launcher on Escape, and Tab is free to leave', async () => {
    const { page, launcher, compose, dialog, watch, close } = await openWidget(browser, server.hostUrl());
    expect(await compose.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    // Focus that crosses from a frame to its page, or back, takes a moment.
    const isAtLauncher = () => launcher.evaluate((button) => button.matches(':focus'));
    await waitFor(isAtLauncher);
    expect(await launcher.getAttribute('aria-expanded')).toBe('false');

    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await waitFor(() => compose.evaluate((field) => document.hasFocus() && field === document.activeElement));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await waitFor(isAtLauncher);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('on a phone stays inside the panel, which fills the screen', async () => {
    const viewport = { width: 390, height: 780 };
    const { page, launcher, panel, dialog, close } = await openWidget(browser, server.hostUrl(), {
      viewport,
    });
    await page.waitForTimeout(250);
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
    const stops = new Set<string>();
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press(step < 6 ? 'Tab' : 'Shift+Tab');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BELLHOP-WIDGET');
      stops.add(
        await panel.locator('html').evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
      );
    }
    expect([...stops].sort()).toEqual(['Close chat', 'Conversation', 'Send', 'Write a message']);
    await panel.getByRole('button', { name: 'Close chat' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await launcher.evaluate((button) => button.matches(':focus'))).toBe(true);
    await close();
  });
});

describe('the JavaScript API', () => {
  it('plays what was called before, and tells what happens', async () => {
    server.host.html = `<script>
      window.Bellhop = function () { (Bellhop.q = Bellhop.q || []).push(arguments) };
      window.heard = [];
      for (const name of ['ready', 'open', 'close', 'unread', 'message', 'card'])
        Bellhop('on', name, (detail) => heard.push(detail === undefined ? name : [name, detail]));
      Bellhop('send', 'Hello from the page');
    </script>${TAG}`;
    const widget = await openWidget(browser, server.hostUrl(), { closed: true });
    await widget.panel.locator('.visitor .bubble', { hasText: 'Hello from the page' }).waitFor();
    const call = (...values: string[]) =>
      widget.page.evaluate(
        (values) => (window as unknown as { Bellhop(...values: string[]): void }).Bellhop(...values),
        values,
      );
    await call('close');
    await widget.dialog.waitFor({ state: 'hidden' });
    server.add('agent', {
      text: 'Here you go',
      card: { kind: 'button', state: 'offered', payload: { text: 'x', url: 'https://a.example' } },
    });
    await widget.page.locator('bellhop-widget i', { hasText: '1' }).waitFor();
    expect(await widget.launcher.getAttribute('aria-label')).toBe('Open chat (1)');
    await call('hide');
    expect(await widget.launcher.isVisible()).toBe(false);
    await call('show');
    await call('open');
    await widget.dialog.waitFor();
    await widget.page.locator('bellhop-widget i').waitFor({ state: 'hidden' });
    expect(await widget.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
      'ready',
      'open',
      'close',
      ['message', { author: 'agent' }],
      ['card', { kind: 'button', state: 'offered' }],
      ['unread', 1],
      'open',
      ['unread', 0],
    ]);

    await call('shutdown');
    await widget.page.waitForTimeout(300);
    const sessions = () => server.posts.filter(({ path }) => path.endsWith('/sessions'));
    const before = sessions().length;
    await call('open');
    await widget.dialog.waitFor();
    await expect.poll(() => sessions().length).toBe(before + 1);
    expect(sessions().at(-1)?.body).not.toHaveProperty('token');
    await widget.close();
  });

  it('sends no text that is none', async () => {
    const widget = await openWidget(browser, server.hostUrl(), { closed: true });
    await widget.page.evaluate(() => {
      const { Bellhop } = window as unknown as { Bellhop(command: string, text?: unknown): void };
      for (const text of [null, '', '  ', undefined]) Bellhop('send', text);
      Bellhop('send', 'The only one');
    });
    await widget.panel.locator('.visitor', { hasText: 'The only one' }).waitFor();
    expect(await widget.panel.locator('.visitor').count()).toBe(1);
    await widget.close();
  });

  it('a returning visitor sees what is unread without opening anything', async () => {
    const first = await openWidget(browser, server.hostUrl());
    await first.compose.fill('Hello');
    await first.compose.press('Enter');
    await first.panel.locator('.visitor').waitFor();
    await first.page.waitForTimeout(200);
    await first.page.goto('about:blank');
    server.add('teammate', { text: 'I have found it.' });
    await first.page.goto(server.hostUrl());
    await first.page.locator('bellhop-widget i', { hasText: '1' }).waitFor();
    expect(await first.dialog.isVisible()).toBe(false);
    await first.close();
  });
});
