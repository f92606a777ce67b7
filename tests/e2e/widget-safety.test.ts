import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CONNECT } from '../../src/contract/widget/embed.ts';
import { launchBrowser } from './browser.ts';
import { openWidget } from './open-widget.ts';
import { type StandIn, startStandIn } from './widget-stand-in.ts';

interface XssRow {
  id: string;
  surface: string;
  payload: string;
  expect: string;
}

const rows = readFileSync(new URL('../data/widget-xss.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as XssRow);

let browser: Browser;
let server: StandIn;
let canary: Server;
let canaryOrigin: string;
let touched: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  canary = createServer((request, response) => {
    touched.push(request.url ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  await once(canary, 'listening');
  canaryOrigin = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  canary.close();
});
beforeEach(async () => {
  touched = [];
  server = await startStandIn();
});
afterEach(() => server.close());

describe('hostile texts', () => {
  it('run nothing and load nothing, from whichever author, in messages, names, citations, cards and greeting', async () => {
    const hostile = rows
      .filter(({ surface }) => surface !== 'widget_bridge')
      .map(({ payload }) => payload.replace(/(https?:)?\/\/evil\.example/g, canaryOrigin));
    server.agent.greeting = hostile.slice(0, 10).join('\n\n');
    server.agent.look.title = hostile[0] as string;
    server.agent.look.starters = hostile.slice(0, 4);
    const widget = await openWidget(browser, server.hostUrl());
    const dialogs: string[] = [];
    widget.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    for (const text of hostile) {
      const citations = [{ sourceId: text, title: text, url: text }];
      server.add('agent', { text, citations });
      server.add('teammate', { text, author: { type: 'teammate', name: text } });
      server.add('system', { text });
      server.add('visitor', { text });
      server.add('agent', { card: { kind: 'button', state: 'offered', payload: { text, url: text } } });
      server.add('agent', {
        card: { kind: 'lead-form', state: 'submitted', payload: { fields: [], consent: '', message: text } },
      });
      const field = { name: 'field', type: 'text', label: text, required: true };
      server.add('agent', {
        card: { kind: 'lead-form', state: 'offered', payload: { fields: [field], consent: text } },
      });
      server.add('agent', { card: { kind: text, state: 'offered', payload: {} } });
    }
    server.add('agent', { text: 'The end' });
    await widget.panel.locator('.bubble', { hasText: 'The end' }).waitFor();
    await widget.page.waitForTimeout(300);

    const found = await widget.panel.locator('html').evaluate((html) => ({
      tags: [
        ...html.querySelectorAll(
          'script:not([src]):not([id=config]), img, iframe, object, embed, video, base, meta[http-equiv], style, link[href^="http"], #panel form:not(.card, .composer)',
        ),
      ].map((node) => node.outerHTML),
      handlers: [...html.querySelectorAll('*')].flatMap((node) =>
        node.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
      links: [...html.querySelectorAll('a')]
        .filter(({ protocol }) => !['http:', 'https:', 'mailto:', 'tel:'].includes(protocol))
        .map(({ href }) => href),
      rels: [...new Set([...html.querySelectorAll('a')].map(({ rel }) => rel))],
    }));
    expect(found).toEqual({ tags: [], handlers: [], links: [], rels: ['noopener noreferrer nofollow ugc'] });
    expect(touched).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(widget.watch.faults).toEqual([]);
    await widget.close();
  }, 60_000);

  it('the canary would be seen', async () => {
    const page = await browser.newPage();
    await page.goto(server.hostUrl());
    await page.evaluate((url) => fetch(url, { mode: 'no-cors' }), `${canaryOrigin}/seen`);
    expect(touched).toEqual(['/seen']);
    await page.close();
  });

  it('a name made of markup stays text in the page and its title', async () => {
    server.agent.look.title = '</title></script><script>alert(1)</script>';
    const widget = await openWidget(browser, server.hostUrl());
    expect(await widget.panel.locator('h1').textContent()).toBe(server.agent.look.title);
    expect(await widget.panel.locator('html').evaluate(() => document.title)).toBe(server.agent.look.title);
    expect(widget.watch.faults).toEqual([]);
    await widget.close();
  });
});

describe('the bridge between page and panel', () => {
  it('hears only the page that holds it, and only the one word with a port', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.hostUrl());
    const answered = await page.evaluate(
      async ({ url, connect, payloads }) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener('load', resolve));
        const panel = frame.contentWindow as Window;
        const hears = (send: (port: MessagePort) => void) =>
          new Promise<boolean>((resolve) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(true);
            send(port2);
            port1.postMessage({ type: 'init', page: {}, open: false, modal: false });
            setTimeout(() => resolve(false), 300);
          });
        // A sibling frame is not the page that holds the panel, even with the right word.
        const sibling = document.createElement('iframe');
        document.body.append(sibling);
        const other = sibling.contentWindow as Window & {
          eval(code: string): (target: Window, word: string, port: MessagePort) => void;
        };
        const fromSibling = other.eval('(target, word, port) => target.postMessage(word, "*", [port])');
        const result: Record<string, boolean> = {
          sibling: await hears((port) => fromSibling(panel, connect, port)),
          withoutPort: await hears(() => panel.postMessage(connect, '*')),
        };
        for (const payload of payloads)
          result[payload] = await hears((port) => panel.postMessage(payload, '*', [port]));
        result.object = await hears((port) =>
          panel.postMessage({ type: connect, __proto__: { isAdmin: true } }, '*', [port]),
        );
        result.holder = await hears((port) => panel.postMessage(connect, '*', [port]));
        result.holderAgain = await hears((port) => panel.postMessage(connect, '*', [port]));
        return result;
      },
      {
        url: `${server.origin}/widget/frame/sample`,
        connect: CONNECT,
        payloads: rows.filter(({ surface }) => surface === 'widget_bridge').map(({ payload }) => payload),
      },
    );
    const { holder, ...others } = answered;
    expect(holder).toBe(true);
    expect(Object.values(others)).toEqual(Object.values(others).map(() => false));
    await context.close();
  });

  it('hands the visitor’s token to nobody', async () => {
    const widget = await openWidget(browser, server.hostUrl());
    await widget.compose.fill('Hello');
    await widget.compose.press('Enter');
    await widget.panel.locator('.visitor').waitFor();
    expect(
      await widget.page.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie),
    ).not.toContain('token-1');
    expect(server.requests.join()).not.toContain('token-1');
    await widget.close();
  });
});
