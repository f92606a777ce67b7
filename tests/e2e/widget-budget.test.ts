import { get } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type StandIn, startStandIn } from './widget-stand-in.ts';

let browser: Browser;
let server: StandIn;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startStandIn({ look: { teaser: 'Questions about sizes? Ask away.', openOn: '.help' } });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

it('the loader is one request of at most 2.5 kB, with the agent in it', async () => {
  expect(await brotliBytes('/widget.js?agent=sample')).toBeLessThanOrEqual(2_500);
});

it.each(['en', 'de', 'ar'])('all that the panel loads in %s is at most 25 kB', async (language) => {
  server.agent.language = language;
  const page = await browser.newPage();
  const loaded: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/c/sample' || pathname.startsWith('/widget/assets/')) loaded.push(pathname);
  });
  await page.goto(`${server.origin}/c/sample`);
  await page.locator('#compose').waitFor();
  await page.close();
  const frame = /"(\/widget\/assets\/frame-[^"]+)"/.exec(
    await (await fetch(`${server.origin}/widget.js?agent=sample`)).text(),
  )?.[1];
  const sizes = await Promise.all([...loaded, frame as string].map(brotliBytes));
  expect(sizes.length).toBeGreaterThanOrEqual(4);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(25_000);
  server.agent.language = 'en';
});

it('the host page is blocked at most 25 ms longer than the empty page, on a machine four times slower', async () => {
  const measure = async (html: string) => {
    server.host.html = html;
    const times: number[] = [];
    for (let round = 0; round < 9; round += 1) times.push(await blockingTime());
    return times.sort((left, right) => left - right)[4] as number;
  };
  const text = '<main><h1>Winter jackets</h1><p>Warm, dry and repairable.</p></main>';
  const empty = await measure(text);
  const withWidget = await measure(`${text}<script async src="{origin}/widget.js?agent=sample"></script>`);
  expect(withWidget - empty).toBeLessThanOrEqual(25);
}, 60_000);

async function brotliBytes(path: string): Promise<number> {
  // Not `fetch`, which unpacks what it gets.
  return new Promise((resolve, reject) => {
    get(server.origin + path, { headers: { 'accept-encoding': 'br' } }, (response) => {
      expect(response.headers['content-encoding']).toBe('br');
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

/** Milliseconds by which the tasks of a fresh page's main thread last longer than 50 ms: what a visitor feels. */
async function blockingTime(): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const longTasks: number[] = [];
    Object.assign(window, { longTasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(server.hostUrl(), { waitUntil: 'load' });
  await page.waitForTimeout(400);
  const wanted = server.host.html.includes('widget.js') ? 1 : 0;
  expect(await page.locator('bellhop-widget').count()).toBe(wanted);
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  await context.close();
  return tasks.reduce((sum, duration) => sum + duration - 50, 0);
}
