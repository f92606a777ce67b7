import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Agent } from '../../src/contract/agent.ts';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { Entry } from '../../src/contract/entry.ts';
import { Harness, type HarnessOptions } from '../harness/harness.ts';
import { lastWords, type ScriptPart, scriptedModel } from '../harness/scripted-model.ts';
import { waitFor } from '../harness/wait-for.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { type OpenWidget, openWidget } from './open-widget.ts';

/** Desktop, and phones with a wide and a narrow screen, in the dark. */
export const SCREENS = {
  desk: { viewport: { width: 1280, height: 860 } },
  phone: { viewport: { width: 390, height: 780 }, colorScheme: 'dark', isMobile: true, hasTouch: true },
  narrow: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
} as const satisfies Record<string, BrowserContextOptions>;

/** What one visitor sees and does in the real widget, before the real server. */
export interface Scene extends OpenWidget {
  say(text: string): Promise<void>;
  /** Waits for a text in the conversation. */
  see(text: string | RegExp): Promise<void>;
  /** The newest card with this name. */
  card(name: string): Locator;
  /** Accessible, nothing wider than the screen, and kept as a picture where SHOTS says so. */
  look(name: string): Promise<void>;
  conversationId(): Promise<string>;
  entries(): Promise<Entry[]>;
  /** Back on the page as after a reload, with the chat open. */
  reload(): Promise<void>;
}

/** The server with a scripted model, a browser, and a page of a site with the widget. */
export interface Stage {
  house: Harness;
  /** What the model fills in when it uses the first action that is offered. */
  inputs: Record<string, unknown>;
  enter(agent: Agent, options?: BrowserContextOptions & { ignore?: RegExp[] }): Promise<Scene>;
  close(): Promise<void>;
}

/**
 * The model uses the first action that it is offered, whatever is said, and then says what came of it. Words that begin
 * with "Just" are answered without any.
 */
export async function openStage(options: HarnessOptions = {}): Promise<Stage> {
  const model = scriptedModel((call): ScriptPart[] => {
    const told = call.prompt.at(-1);
    if (told?.role === 'tool') return sayOutcome(JSON.stringify(told.content));
    const tool = call.tools?.find(({ type }) => type === 'function');
    if (!tool || lastWords(call).startsWith('Just')) return [{ say: 'There is nothing here for that.' }];
    return [{ call: tool.name, input: stage.inputs }];
  });
  const [house, browser] = await Promise.all([Harness.start({ model, ...options }), launchBrowser()]);
  const host = await startHost(house.url);
  const stage: Stage = {
    house,
    inputs: {},
    enter: (agent, how = {}) => enterScene(house, browser, `${host.url}/?${agent.id}`, how),
    async close() {
      await browser.close();
      await house.close();
      host.close();
    },
  };
  return stage;
}

function sayOutcome(result: string): ScriptPart[] {
  const status = /"status":"(\w+)"/.exec(result)?.[1] ?? '';
  return [{ say: OUTCOMES[status] ?? 'Please have a look.' }];
}

const OUTCOMES: Record<string, string> = {
  done: 'Here is what I found.',
  failed: 'That did not work, I am sorry.',
  unknown: 'I cannot tell whether that worked.',
  refused: 'I cannot do that now.',
  not_shown: 'As you like.',
};

async function enterScene(
  house: Harness,
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { ignore?: RegExp[] },
): Promise<Scene> {
  const widget = await openWidget(browser, url, { locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options });
  const { page, panel, compose, launcher, watch } = widget;
  const log = panel.getByRole('log');
  const api = async <Answer>(path: string) => (await house.api<Answer>('GET', path)).body;
  const scene: Scene = {
    ...widget,
    async say(text) {
      await compose.fill(text);
      await compose.press('Enter');
    },
    see: (text) => log.getByText(text).last().waitFor(),
    card: (name) => log.getByRole('form', { name }).or(log.getByRole('region', { name })).last(),
    async look(name) {
      expect(await checkAxe(page)).toEqual([]);
      const isWithin = await panel.locator('body').evaluate((body) => body.scrollWidth <= innerWidth);
      expect(isWithin, `${name}: nothing is wider than the screen`).toBe(true);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
    },
    conversationId: () =>
      waitFor(async () => {
        const agentId = new URL(url).search.slice(1);
        const { items } = await api<{ items: Conversation[] }>('/api/v1/conversations?limit=20');
        return items.find((item) => item.agentId === agentId)?.id ?? null;
      }),
    async entries() {
      const path = `/api/v1/conversations/${await scene.conversationId()}/entries`;
      return (await api<{ items: Entry[] }>(path)).items.sort((one, other) => one.seq - other.seq);
    },
    async reload() {
      await page.reload();
      await launcher.waitFor();
      if (!(await compose.isVisible())) await launcher.click();
      await compose.waitFor();
    },
    async close() {
      expect(watch.faults).toEqual([]);
      await widget.close();
    },
  };
  return scene;
}

/** A site on another origin; the agent is in its address. */
async function startHost(widgetUrl: string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const agentId = /\?([\w-]+)/.exec(request.url ?? '')?.[1];
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><title>A shop</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><main><h1>A shop</h1></main><script async src="${widgetUrl}/widget.js?agent=${agentId}"></script></html>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
