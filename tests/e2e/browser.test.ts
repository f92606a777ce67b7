import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { findChromium } from './find-chromium.ts';
import { watchPage } from './watch-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the browser of the tests', () => {
  it('a CHROME_PATH that cannot be run is an error', async () => {
    await expect(findChromium('/usr/bin/chromium', '/nowhere/chrome')).rejects.toThrow('/nowhere/chrome');
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'a machine without Chromium gets the one that npm brings',
    async () => {
      const { executablePath, env } = await findChromium('/nowhere/chromium', '');
      expect(executablePath).toContain('bellhop-chromium-');
      const unpacked = await chromium.launch({
        executablePath,
        env: { ...env, HOME: '/tmp' },
        chromiumSandbox: false,
      });
      try {
        const page = await unpacked.newPage();
        await page.setContent('<p style="font: 20px sans-serif">Grüße</p>');
        const box = await page.locator('p').evaluate((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return range.getBoundingClientRect().width;
        });
        expect(box).toBeGreaterThan(20);
      } finally {
        await unpacked.close();
      }
    },
    60_000,
  );
});

describe('the checks of the tests can fail', () => {
  it('axe finds a nameless button in a frame of another origin inside a shadow root', async () => {
    const inner = await servePage('<!doctype html><html lang="en"><title>t</title><button></button></html>');
    const outer = await servePage(
      `<!doctype html><html lang="en"><title>t</title><main><h1>Page</h1><div id="host"></div></main><script>
         const frame = document.createElement('iframe');
         frame.title = 'inner';
         frame.src = ${JSON.stringify(inner.url)};
         document.getElementById('host').attachShadow({ mode: 'open' }).append(frame);
       </script></html>`,
    );
    // axe opens a page of its own, which a context made by `newPage` refuses.
    const context = await browser.newContext();
    const page = await context.newPage();
    try {
      await page.goto(outer.url);
      await page.frameLocator('iframe').locator('button').waitFor();
      const violations = await checkAxe(page);
      expect(violations).toHaveLength(1);
      expect(violations[0]).toMatch(/^button-name[\s\S]*#host >>> iframe → button/);
      expect(await checkAxe(page, { within: 'h1' })).toEqual([]);
    } finally {
      await context.close();
      inner.close();
      outer.close();
    }
  });

  it('console errors, uncaught errors and CSP violations are seen, in frames too', async () => {
    const inner = await servePage('<!doctype html><script>throw new Error("from the frame")</script>');
    const outer = await servePage(
      `<!doctype html><meta http-equiv="Content-Security-Policy" content="img-src 'none'">
       <iframe src="${inner.url}"></iframe><img src="/picture.png">
       <script>console.error('on the console'); setTimeout(() => { throw new Error('from the page') })</script>`,
    );
    const page = await browser.newPage();
    try {
      const watch = await watchPage(page, { ignore: [/^console: (Refused|Loading)/] });
      await page.goto(outer.url, { waitUntil: 'networkidle' });
      const seen = watch.faults.map((fault) => fault.split('\n')[0]).sort();
      expect(seen).toEqual([
        expect.stringContaining('console: on the console'),
        expect.stringContaining('csp: img-src refused'),
        'uncaught: Error: from the frame',
        'uncaught: Error: from the page',
      ]);
    } finally {
      await page.close();
      inner.close();
      outer.close();
    }
  });
});

async function servePage(html: string): Promise<{ url: string; close(): void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
