import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type OpenWidget, openWidget } from './open-widget.ts';
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

const FORM = {
  kind: 'lead-form',
  state: 'offered' as const,
  payload: {
    fields: [
      { name: 'name', type: 'name', label: '', required: true },
      { name: 'email', type: 'email', label: '', required: true },
      { name: 'phone', type: 'phone', label: '', required: false },
    ],
    consent: 'Only to answer you.',
  },
};

describe('writing', () => {
  it('Enter sends, Shift+Enter makes a line, and Enter that ends a composed word does neither', async () => {
    const { compose, panel, close } = await openWidget(browser, server.hostUrl());
    await compose.pressSequentially('one');
    await compose.press('Shift+Enter');
    await compose.pressSequentially('two');
    await compose.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await compose.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
    expect(await panel.locator('.visitor').count()).toBe(0);
    await compose.press('Enter');
    await panel.locator('.visitor .bubble', { hasText: 'one\ntwo' }).waitFor();
    expect(await compose.inputValue()).toBe('');
    await compose.fill(' \n ');
    await compose.press('Enter');
    const sent = () => server.posts.filter(({ path }) => path.endsWith('/messages')).length;
    await expect.poll(sent).toBe(1);
    await close();
  });

  it('what is half written outlives a reload, and goes with the message or the visitor', async () => {
    const { page, compose, panel, launcher, close } = await openWidget(browser, server.hostUrl());
    const reopen = async () => {
      await page.reload();
      await launcher.click();
      await compose.waitFor();
    };
    await compose.fill('Half a sen\n');
    await reopen();
    expect(await compose.inputValue()).toBe('Half a sen\n');
    await compose.fill('Half a sentence.');
    await compose.press('Enter');
    await panel.locator('.visitor', { hasText: 'Half a sentence.' }).waitFor();
    await reopen();
    expect(await compose.inputValue()).toBe('');

    await compose.fill('Not for whoever comes next');
    await page.evaluate(() => (window as unknown as { Bellhop(command: string): void }).Bellhop('shutdown'));
    await expect.poll(() => compose.inputValue()).toBe('');
    await reopen();
    expect(await compose.inputValue()).toBe('');
    await close();
  });

  it('a text that is too long is not sent, and says by how much', async () => {
    const { compose, panel, close } = await openWidget(browser, server.hostUrl());
    await compose.fill('a'.repeat(4_001));
    await panel.getByText('Too long by 1 character.').waitFor();
    await compose.press('Enter');
    await compose.fill('a'.repeat(4_000));
    await panel.getByText('0 characters left').waitFor();
    await compose.press('Enter');
    await panel.locator('.visitor').waitFor();
    await expect.poll(() => server.entries.map(({ text }) => text?.length)).toEqual([4_000]);
    await close();
  });
});

describe('answers', () => {
  it('stream in, are announced once when they are finished, and stand once', async () => {
    const { panel, compose, close } = await openWidget(browser, server.hostUrl());
    await compose.fill('Hello');
    await compose.press('Enter');
    await panel.locator('.visitor').waitFor();
    const announcer = panel.locator('p.unseen[role=status]');
    const answer = { entryId: 'entry-2', offset: 0, text: 'One **two' };
    server.emit({ event: 'delta', data: answer });
    await panel.locator('.bubble', { hasText: 'One **two' }).waitFor();
    server.emit({ event: 'delta', data: { ...answer, offset: 9, text: '** three' } });
    await panel.locator('.bubble strong', { hasText: 'two' }).waitFor();
    expect(await announcer.textContent()).toBe('');
    server.add('agent', { text: 'One **two** three.' });
    await expect.poll(() => announcer.textContent()).toBe('Ada. One two three.');
    expect(await panel.locator('.bubble', { hasText: 'three' }).count()).toBe(1);
    await close();
  });

  it('that are withdrawn leave the screen', async () => {
    const { panel, close } = await openWidget(browser, server.hostUrl());
    server.emit({ event: 'delta', data: { entryId: 'entry-1', offset: 0, text: 'I will' } });
    await panel.getByText('I will').waitFor();
    server.emit({ event: 'withdraw', data: { entryId: 'entry-1' } });
    await panel.getByText('I will').waitFor({ state: 'detached' });
    await close();
  });

  it('keep the view at the end, unless the visitor reads further up', async () => {
    const { panel, close } = await openWidget(browser, server.hostUrl());
    const scroller = panel.locator('.scroller');
    const toEnd = () =>
      scroller.evaluate((node) => Math.round(node.scrollHeight - node.scrollTop - node.clientHeight));
    for (let count = 0; count < 12; count += 1) server.add('agent', { text: `Line ${count}\n\nMore of it` });
    await panel.locator('.bubble', { hasText: 'Line 11' }).waitFor();
    await expect.poll(toEnd).toBeLessThanOrEqual(1);
    await scroller.evaluate((node) => node.scrollTo({ top: 0 }));
    await panel.locator('.latest').waitFor();
    server.add('agent', { text: 'The newest' });
    await panel.getByText('The newest').first().waitFor({ state: 'attached' });
    expect(await scroller.evaluate((node) => node.scrollTop)).toBe(0);
    await panel.locator('.latest').click();
    await expect.poll(toEnd).toBeLessThanOrEqual(1);
    await close();
  });
});

describe('cards', () => {
  it('a button opens a new tab and records the click', async () => {
    const { panel, context, close } = await openWidget(browser, server.hostUrl());
    server.add('agent', {
      card: {
        kind: 'button',
        state: 'offered',
        payload: { text: 'See prices', url: `${server.hostUrl()}/prices` },
      },
    });
    const link = panel.getByRole('link', { name: 'See prices (opens in a new tab)' });
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
    expect(opened.url()).toBe(`${server.hostUrl()}/prices`);
    expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
    await panel.getByText('Opened in a new tab').waitFor();
    expect(server.posts.filter(({ path }) => path.includes('/cards/')).map(({ body }) => body.op)).toEqual([
      'open',
    ]);
    await close();
  });

  it('a form shows what is wrong at the field, here and from the server, and becomes a sentence', async () => {
    const { panel, close } = await openWidget(browser, server.hostUrl(), { ignore: [/422/] });
    server.add('agent', { text: 'Please leave your details:', card: FORM });
    const form = panel.locator('form.card');
    await form.getByRole('button', { name: 'Send details' }).click();
    await form.getByText('Please fill this in.').first().waitFor();
    const name = form.getByLabel('Name');
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await name.getAttribute('aria-describedby')).toBe(
      await form.locator('.problem').first().getAttribute('id'),
    );
    expect(await name.getAttribute('autocomplete')).toBe('name');

    await name.fill('Nia');
    await form.getByLabel('Email').fill('nia@example');
    await form.getByRole('button', { name: 'Send details' }).click();
    await form.getByText('Please write an email address').waitFor();
    expect(server.posts.some(({ path }) => path.includes('/cards/'))).toBe(false);

    server.refuse.cards = {
      status: 422,
      code: 'invalid',
      details: [{ path: 'values.phone', message: 'no', code: 'phone' }],
    };
    await form.getByLabel('Email').fill('nia@example.com');
    await form.getByLabel('Phone (optional)').fill('123456789');
    await form.getByRole('button', { name: 'Send details' }).click();
    await form.getByText('Please write a phone number').waitFor();
    expect(await form.getByLabel('Phone').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await form.getByLabel('Email').inputValue()).toBe('nia@example.com');

    server.refuse.cards = null;
    await form.getByRole('button', { name: 'Send details' }).click();
    await panel.getByText('Thank you. We have your details').waitFor();
    expect(server.posts.at(-1)?.body).toMatchObject({
      op: 'submit',
      values: { name: 'Nia', email: 'nia@example.com', phone: '123456789', website: '' },
    });
    expect(await form.count()).toBe(0);
    await close();
  });

  it('a form that is closed says so, and focus is not lost', async () => {
    const { panel, close } = await openWidget(browser, server.hostUrl());
    server.add('agent', { card: FORM });
    await panel.getByRole('button', { name: 'Not now' }).click();
    await panel.getByText('All right.').waitFor();
    expect(server.posts.at(-1)?.body).toMatchObject({ op: 'dismiss' });
    await expect
      .poll(() => panel.locator('html').evaluate(() => document.activeElement?.id))
      .toBe('entry-entry-1');
    await close();
  });
});

describe('when the network fails', () => {
  const IGNORE = { ignore: [/ERR_|50[03]|429|401/] };

  it('an unsent message is kept over a reload and comes once', async () => {
    const widget = await openWidget(browser, server.hostUrl(), IGNORE);
    server.refuse.messages = { status: 500, code: 'internal' };
    await send(widget, 'Keep me');
    await widget.panel.getByRole('button', { name: 'Try again' }).waitFor();
    await widget.page.reload();
    await widget.launcher.click();
    await widget.panel.locator('.visitor', { hasText: 'Keep me' }).waitFor();
    // The widget tries by itself when it is there again: that has to have failed, too, before somebody helps.
    const again = widget.panel.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    server.refuse.messages = null;
    await again.click();
    await widget.panel.locator('.problem').waitFor({ state: 'detached' });
    await expect.poll(() => server.entries.map(({ text }) => text)).toEqual(['Keep me']);
    expect(await widget.panel.locator('.visitor').count()).toBe(1);
    const tries = server.posts.filter(({ path }) => path.endsWith('/messages'));
    expect(new Set(tries.map(({ body }) => body.clientId)).size).toBe(1);
    await widget.close();
  });

  it('what was missed arrives when the connection is back, in order and once', async () => {
    const widget = await openWidget(browser, server.hostUrl(), IGNORE);
    server.add('agent', { text: 'before' });
    await widget.panel.getByText('before').first().waitFor();
    server.emit({ event: 'delta', data: { entryId: 'entry-2', offset: 0, text: 'half an ans' } });
    await widget.panel.getByText('half an ans').waitFor();
    await widget.context.setOffline(true);
    server.hangUp();
    await widget.panel.getByText('You are offline.').waitFor();
    await send(widget, 'from the tunnel');
    await send(widget, 'and another');
    await expect.poll(() => widget.panel.getByText('Waiting to be sent').count()).toBe(2);
    expect(await widget.panel.getByText(/Not sent|Sending|Try again/).count()).toBe(0);
    server.add('agent', { text: 'half an answer' });
    server.add('teammate', { text: 'and a person' });
    await widget.context.setOffline(false);
    await widget.panel.getByText('and a person').first().waitFor();
    await expect.poll(() => widget.panel.getByText(/Waiting|Not sent/).count()).toBe(0);
    expect(await bubbles(widget)).toEqual([
      'Hello! Ask me about orders, delivery and sizes.',
      'before',
      'half an answer',
      'and a person',
      'from the tunnel',
      'and another',
    ]);
    await widget.close();
  });

  it('what waits behind a message that was not sent says so, and only the first offers to try again', async () => {
    const widget = await openWidget(browser, server.hostUrl(), IGNORE);
    server.refuse.messages = { status: 500, code: 'internal' };
    await send(widget, 'one');
    await widget.panel.getByRole('button', { name: 'Try again' }).waitFor();
    await send(widget, 'two');
    await widget.panel.locator('.visitor', { hasText: 'two' }).getByText('Waiting to be sent').waitFor();
    expect(await widget.panel.getByRole('button', { name: 'Try again' }).count()).toBe(1);
    expect(await widget.panel.getByText('Sending').count()).toBe(0);
    await widget.close();
  });

  it('a stream that ends is opened again after the last entry', async () => {
    const widget = await openWidget(browser, server.hostUrl(), IGNORE);
    server.add('agent', { text: 'one' });
    await widget.panel.getByText('one').first().waitFor();
    server.hangUp();
    server.add('agent', { text: 'two' });
    await widget.panel.getByText('two').first().waitFor();
    expect((await bubbles(widget)).slice(1)).toEqual(['one', 'two']);
    await widget.close();
  });

  it('too many messages wait as long as the server asks', async () => {
    const widget = await openWidget(browser, server.hostUrl(), IGNORE);
    server.refuse.messages = { status: 429, code: 'rate_limited', retryAfter: 3 };
    await send(widget, 'too much');
    await widget.panel.getByText(/Sending goes on in [23] seconds/).waitFor();
    server.refuse.messages = null;
    await expect.poll(() => server.entries.length, { timeout: 10_000 }).toBe(1);
    await widget.close();
  });

  it('a session that the server forgot is followed by a new one, with the message', async () => {
    const widget = await openWidget(browser, server.hostUrl(), IGNORE);
    server.refuse.messages = { status: 401, code: 'invalid_credential' };
    await send(widget, 'still me');
    await expect.poll(() => server.posts.filter(({ path }) => path.endsWith('/sessions')).length).toBe(2);
    server.refuse.messages = null;
    await expect
      .poll(() => server.entries.map(({ text }) => text), { timeout: 10_000 })
      .toEqual(['still me']);
    await widget.panel.locator('.visitor', { hasText: 'still me' }).waitFor();
    await widget.close();
  });
});

describe('two tabs', () => {
  it('opened at once are one visitor, and see the same', async () => {
    const context = await browser.newContext({ locale: 'en-US' });
    const url = server.hostUrl();
    const [left, right] = await Promise.all([
      openWidget(browser, url, { context }),
      openWidget(browser, url, { context }),
    ]);
    await send(left, 'from the left');
    await right.panel.locator('.visitor', { hasText: 'from the left' }).waitFor();
    await send(right, 'from the right');
    await left.panel.locator('.visitor', { hasText: 'from the right' }).waitFor();
    expect(await bubbles(left)).toEqual(await bubbles(right));
    const sessions = server.posts.filter(({ path }) => path.endsWith('/sessions'));
    expect(sessions.map(({ body }) => body.token)).toEqual([undefined, 'token-1']);
    expect([...left.watch.faults, ...right.watch.faults]).toEqual([]);
    await context.close();
  });

  it('follow each other when the visitor is forgotten', async () => {
    const context = await browser.newContext({ locale: 'en-US' });
    const url = server.hostUrl();
    const left = await openWidget(browser, url, { context });
    const right = await openWidget(browser, url, { context });
    const sessions = () => server.posts.filter(({ path }) => path.endsWith('/sessions'));
    await left.page.evaluate(() =>
      (window as unknown as { Bellhop(command: string): void }).Bellhop('shutdown'),
    );
    await expect.poll(() => sessions().length).toBe(3);
    expect(sessions().at(-1)?.body).not.toHaveProperty('token');
    await send(right, 'a new start');
    await right.panel.locator('.visitor', { hasText: 'a new start' }).waitFor();
    await context.close();
  });
});

async function send({ compose }: OpenWidget, text: string): Promise<void> {
  await compose.fill(text);
  await compose.press('Enter');
}

async function bubbles({ panel }: OpenWidget): Promise<string[]> {
  return panel.locator('.bubble').allTextContents();
}
