import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/contract/conversation.ts';
import { Harness } from '../harness/harness.ts';
import { join, type PersonClient, setUp } from '../harness/person-client.ts';
import { lastWords, scriptedModel } from '../harness/scripted-model.ts';
import type { VisitorClient } from '../harness/visitor-client.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { isTooWide } from './is-too-wide.ts';
import { type PageWatch, watchPage } from './watch-page.ts';

let house: Harness;
let browser: Browser;
let owner: PersonClient;
let agentId: string;
let contexts: BrowserContext[] = [];
let watches: PageWatch[] = [];

beforeAll(async () => {
  const model = scriptedModel((call) => {
    const words = lastWords(call);
    if (words.includes('human')) return [{ call: 'talk_to_a_person', input: { reason: 'wants a human' } }];
    return [{ say: `Answer to ${words}` }];
  });
  [house, browser] = await Promise.all([Harness.start({ model }), launchBrowser()]);
  owner = await setUp(house);
  agentId = (await house.createAgent()).id;
  await house.createAction(agentId, {
    ...{ kind: 'stop-auto-reply', name: 'Talk to a person' },
    settings: { message: 'A colleague will answer here.' },
  });
});
afterAll(async () => {
  await browser.close();
  await house.close();
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
  expect(watches.flatMap(({ faults }) => faults)).toEqual([]);
  watches = [];
});

async function newPage(options: BrowserContextOptions = {}, ignore: RegExp[] = []): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  contexts.push(context);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  watches.push(await watchPage(page, { ignore }));
  return page;
}

async function openInbox(
  path = '',
  options: BrowserContextOptions = {},
  ignore: RegExp[] = [],
): Promise<Page> {
  const page = await newPage({ viewport: { width: 1440, height: 900 }, ...options }, ignore);
  const cookies = (owner.headers.cookie ?? '').split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: house.url };
  });
  await page.context().addCookies(cookies);
  await page.goto(`${house.url}/inbox${path}`);
  await page.locator('.inbox').waitFor();
  return page;
}

/** Somebody who waits for a person. */
async function waiting(words: string): Promise<VisitorClient> {
  const visitor = await house.visit(agentId);
  await visitor.follow();
  await visitor.ask(words);
  await visitor.ask('a human please');
  return visitor;
}
const row = (page: Page, words: string) =>
  page.getByRole('listitem').filter({ hasText: words }).getByRole('button');
const messages = (page: Page) => page.getByRole('log', { name: 'Messages' });

describe('the Inbox', () => {
  it('shows who waits as soon as they do; a person answers in two clicks, and gives it back to the agent', {
    timeout: 60_000,
  }, async () => {
    const page = await openInbox();
    await page.getByText('Nobody is waiting.').waitFor();
    expect(await checkAxe(page)).toEqual([]);

    const visitor = await newPage();
    await visitor.goto(`${house.url}/c/${agentId}`);
    const say = async (text: string) => {
      await visitor.locator('#compose').fill(text);
      await visitor.locator('#compose').press('Enter');
    };
    await say('Where is my parcel?');
    await visitor.getByText('Answer to Where is my parcel?').first().waitFor();
    await say('I want a human');

    const waits = row(page, 'A colleague will answer here.');
    await waits.waitFor();
    await waits.click();
    await page.getByText('Reason: “wants a human”.').waitFor();
    await page.keyboard.type('Hello, it arrives **tomorrow**.');
    await page.getByRole('button', { name: 'Send' }).click();
    await visitor.locator('strong', { hasText: 'tomorrow' }).first().waitFor();
    await page.getByText('Nobody is waiting.').waitFor();
    await messages(page).locator('strong', { hasText: 'tomorrow' }).waitFor();
    expect(await checkAxe(page)).toEqual([]);

    const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#2b8a3e' } })
      .png()
      .toBuffer();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Attach an image' }).click();
    await (await chooser).setFiles({ name: 'map.png', mimeType: 'image/png', buffer: picture });
    await page.getByRole('img', { name: 'Image 1 for the reply' }).waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    const shown = visitor.getByRole('img', { name: 'Image from Ingrid Berg' });
    await shown.waitFor();
    await visitor.waitForFunction(
      () => document.querySelector<HTMLImageElement>('li img')?.naturalWidth === 600,
    );
    const box = await shown.boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1.5, 0);
    await messages(page).getByRole('img', { name: 'Image from Ingrid Berg' }).waitFor();
    expect(await checkAxe(page)).toEqual([]);
    expect(await checkAxe(visitor)).toEqual([]);

    await page.getByRole('switch', { name: 'Auto reply' }).click();
    await page.getByText('The agent answers here.').waitFor();
    await say('thank you');
    await visitor.getByText('Answer to thank you').first().waitFor();
    await messages(page).getByText('Answer to thank you').waitFor();

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Auto reply is paused.', { exact: false }).first().waitFor();
  });

  it('is worked through with the keyboard alone', async () => {
    const first = await waiting('the first of two');
    const second = await waiting('the second of two');
    const page = await openInbox();
    await row(page, 'A colleague').nth(1).waitFor();
    await page.keyboard.press('j');
    await messages(page).getByText('Answer to the second of two').waitFor();
    await page.keyboard.press('j');
    await messages(page).getByText('Answer to the first of two').waitFor();
    await page.keyboard.press('k');
    await messages(page).getByText('Answer to the second of two').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('by keys');
    await page.keyboard.press('Control+Enter');
    await second.entry(({ text }) => text === 'by keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.getByText('Closed.', { exact: true }).waitFor();
    const { body } = await owner.call('GET', `/api/v1/conversations/${second.session.conversationId}`);
    expect(body).toMatchObject({ status: 'closed' });
    await owner.call('POST', `/api/v1/conversations/${first.session.conversationId}/close`);
  });

  it('keeps a reply that was not sent, and sends it once when it is tried again', async () => {
    const visitor = await waiting('about a lost reply');
    const page = await openInbox(`/waiting/${visitor.session.conversationId}`, {}, [/ERR_FAILED/]);
    await page.route('**/replies', (route) => route.abort());
    await page.getByRole('textbox', { name: 'Write a reply' }).fill('Not lost');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Not sent').waitFor();
    expect(await messages(page).getByText('Not lost').count()).toBe(1);
    await page.unroute('**/replies');
    await page.getByRole('button', { name: 'Try again' }).click();
    await visitor.entry(({ text }) => text === 'Not lost');
    await page.getByText('Not sent').waitFor({ state: 'detached' });
    expect(await messages(page).getByText('Not lost').count()).toBe(1);
    await page.getByText('Note', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Write a note for the team' }).fill('only us');
    await page.getByRole('button', { name: 'Add note' }).click();
    await messages(page).getByText('only us').waitFor();
    expect(JSON.stringify(await visitor.list())).not.toContain('only us');
  });

  it('gives a conversation to a teammate, and takes it back', async () => {
    await join(house, owner, 'lars@example.com', 'member');
    const visitor = await waiting('whose is this?');
    const id = visitor.session.conversationId;
    const page = await openInbox(`/waiting/${id}`);
    const picker = page.getByRole('combobox', { name: 'Belongs to' });
    await picker.selectOption({ label: 'lars' });
    await page.getByText('It belongs to lars now.').waitFor();
    const whose = async () =>
      (await owner.call<Conversation>('GET', `/api/v1/conversations/${id}`)).body.assignee?.name;
    expect(await whose()).toBe('lars');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(whose).toBeUndefined();
    await expect.poll(() => picker.inputValue()).toBe('');
    await picker.selectOption({ label: 'Ingrid Berg (you)' });
    await expect.poll(whose).toBe('Ingrid Berg');
    expect(await checkAxe(page)).toEqual([]);
    await owner.call('POST', `/api/v1/conversations/${id}/close`);
  });

  it('finds conversations, and keeps search and filters in the address', async () => {
    const visitor = await waiting('a very particular zeppelin');
    const page = await openInbox();
    await page.getByRole('searchbox', { name: 'Search conversations' }).fill('zeppelin');
    await page.waitForURL(/q=zeppelin/);
    await row(page, 'A colleague').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(1);
    await page.getByRole('button', { name: /^Filters/ }).click();
    await page.getByRole('combobox', { name: 'Auto reply' }).click();
    await page.getByRole('option', { name: 'On' }).click();
    await page.waitForURL(/autoReply=on/);
    await page.getByText('No conversation fits').waitFor();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByText('No conversation fits').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await row(page, 'A colleague').first().waitFor();
    expect(visitor.session.conversationId).toBeTruthy();
  });

  it('shows on a phone the list, the conversation or the visitor, one at a time', async () => {
    const visitor = await waiting('with **words**');
    const path = `/api/v1/conversations/${visitor.session.conversationId}`;
    await owner.call('POST', `${path}/notes`, { clientId: 'n', text: 'A note' });
    await owner.call('POST', `${path}/replies`, { clientId: 'r', text: 'A reply' });
    const options = { viewport: { width: 390, height: 844 } };
    const page = await openInbox(`/mine/${visitor.session.conversationId}`, options);
    await messages(page).getByText('A reply').waitFor();
    await page.getByRole('button', { name: 'Visitor details' }).click();
    await page.getByText('First seen').waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await row(page, 'A reply').first().waitFor();
    expect(await isTooWide(page)).toBe(false);
  });

  it('says why when the list cannot be read, and tries again', async () => {
    const page = await newPage({}, [/status of 503/]);
    await page.close();
    const broken = await openInbox('', {}, [/503/]);
    await broken.route('**/api/v1/conversations?*', (route) =>
      route.fulfill({
        status: 503,
        json: { error: { code: 'unavailable', message: 'The database does not answer. Try again.' } },
      }),
    );
    await broken.getByText('Closed', { exact: true }).click();
    await broken.getByText('The database does not answer. Try again.').waitFor();
    expect(await checkAxe(broken)).toEqual([]);
    await broken.unroute('**/api/v1/conversations?*');
    await broken.getByRole('button', { name: 'Try again' }).click();
    await broken.getByText('The database does not answer. Try again.').waitFor({ state: 'detached' });
  });
});

describe('hostile texts in the Inbox', () => {
  it('run nothing and load nothing, from whoever, in messages, names, cards, notes and the page', async () => {
    const rows = readFileSync(new URL('../data/widget-xss.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { payload: string }).payload);
    const visitor = await waiting('hostile');
    const { conversationId } = visitor.session;
    await house.pool.query(
      `with added as (
         insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text, card, citations)
         select 'x' || n || author, workspace_id, id, 1000 + n * 4 + place, 1000 + n * 4 + place, author, payload, payload,
           case author when 'agent' then jsonb_build_object('kind', payload, 'state', 'submitted', 'payload',
             jsonb_build_object('title', payload, 'message', payload, 'values',
               jsonb_build_array(jsonb_build_object('label', payload, 'value', payload)))) end,
           case author when 'agent' then jsonb_build_array(jsonb_build_object('sourceId', 'x', 'title', payload, 'url', payload)) end
         from conversations, unnest($2::text[]) with ordinality as row (payload, n),
           unnest(array['visitor', 'agent', 'teammate', 'system']) with ordinality as author (author, place)
         where id = $1)
       update conversations set last_text = ($2::text[])[1], summary = ($2::text[])[2], mute_reason = ($2::text[])[3],
         page = jsonb_build_object('url', ($2::text[])[4], 'title', ($2::text[])[5], 'language', ($2::text[])[6])
       where id = $1`,
      [conversationId, rows],
    );
    await owner.call('POST', `/api/v1/conversations/${conversationId}/notes`, {
      ...{ clientId: 'x', text: rows.join('\n\n').slice(0, 3_900) },
    });
    const page = await newPage({ viewport: { width: 1440, height: 900 } });
    const asked: string[] = [];
    const dialogs: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const cookies = (owner.headers.cookie ?? '').split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: house.url };
    });
    await page.context().addCookies(cookies);
    await page.goto(`${house.url}/inbox/waiting/${conversationId}`);
    await messages(page).locator('.inbox-bubble').first().waitFor();
    const strange = new Set<string>();
    // The list is only as long as the window: all of it has to be walked past.
    for (let top = 0, end = false; !end; top += 500) {
      const seen = await messages(page).evaluate((list, to) => {
        list.scrollTop = to;
        return {
          end: list.scrollTop < to,
          bad: [
            ...list.querySelectorAll(
              'script, img, iframe, object, embed, video, base, meta, style, form, input',
            ),
          ]
            .map((node) => node.outerHTML)
            .concat(
              [...list.querySelectorAll('a')]
                .filter((link) => !/^(https?:|mailto:|tel:)/.test(link.href) || link.target !== '_blank')
                .map((link) => link.outerHTML),
              [...list.querySelectorAll('*')].flatMap((node) =>
                node.getAttributeNames().filter((name) => name.startsWith('on')),
              ),
            ),
        };
      }, top);
      for (const one of seen.bad) strange.add(one);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      end = seen.end;
    }
    expect([...strange]).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(house.url) && !url.startsWith('data:'))).toEqual([]);
  });
});
