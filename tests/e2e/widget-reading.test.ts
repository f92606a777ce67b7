import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
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
    fields: ['name', 'email', 'phone', 'message'].map((type) => ({
      name: type,
      type,
      label: '',
      required: type !== 'phone',
    })),
    consent: 'We use these details to answer your request, and for nothing else.',
  },
};
const TOGETHER = { at: '2026-01-05T10:00:00.000Z' };

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 780 },
  { width: 320, height: 480 },
];

describe.each(SCREENS)('on $width × $height', (viewport) => {
  it('a form that arrives is read from its lead-in on', async () => {
    const widget = await openWidget(browser, server.hostUrl(), { viewport });
    await fill(widget);
    server.emit({ event: 'delta', data: { entryId: 'entry-7', offset: 0, text: 'Tell us' } });
    await widget.panel.getByText('Tell us').waitFor();
    server.add('agent', { ...TOGETHER, text: 'Tell us a little about what you need:' });
    server.add('agent', { ...TOGETHER, card: FORM });
    await widget.panel.locator('form.card').waitFor();
    await expect.poll(() => isInView(widget, widget.panel.getByText('Tell us a little'))).toBe(true);
    const form = await boxOf(widget, widget.panel.locator('form.card'));
    // All of it when there is room; otherwise its start stands as high as the lead-in allows.
    if (form.height + 80 < form.view) expect(form.top + form.height).toBeLessThanOrEqual(form.view);
    else expect(form.top).toBeLessThan(120);
    await widget.close();
  });

  it('an answer taller than the view is read from its start, while it is written and afterwards', async () => {
    const widget = await openWidget(browser, server.hostUrl(), { viewport });
    await fill(widget);
    const text = Array.from({ length: 60 }, (_, line) => `Line ${line}.`).join('\n\n');
    for (let offset = 0; offset < text.length; offset += 100)
      server.emit({
        event: 'delta',
        data: { entryId: 'entry-7', offset, text: text.slice(offset, offset + 100) },
      });
    await widget.panel.getByText('Line 59.').waitFor();
    await expect.poll(() => isInView(widget, widget.panel.getByText('Line 0.'))).toBe(true);
    server.add('agent', { text });
    await widget.panel.locator('#entry-entry-7[tabindex]').waitFor();
    expect(await isInView(widget, widget.panel.getByText('Line 0.'))).toBe(true);
    await widget.panel.getByRole('button', { name: 'Go to the latest message' }).click();
    expect(await isInView(widget, widget.panel.getByText('Line 59.'))).toBe(true);
    await widget.close();
  });

  it('the first field that is wrong is in view with its label and its problem, and the button where there is room', async () => {
    const widget = await openWidget(browser, server.hostUrl(), { viewport });
    await fill(widget);
    server.add('agent', { text: 'Please:', card: FORM });
    const form = widget.panel.locator('form.card');
    await form.getByLabel('Name').fill('Nia');
    await form.getByRole('button', { name: 'Send details' }).click();
    const field = form.locator('.field', { hasText: 'Email' });
    await field.getByText('Please').waitFor();
    const parts = [field.locator('label'), field.locator('input'), field.locator('.problem')];
    for (const part of parts) await expect.poll(() => isInView(widget, part)).toBe(true);
    const [top, bottom] = [await boxOf(widget, field), await boxOf(widget, form.locator('.choices'))];
    const fits = bottom.top + bottom.height - top.top + 24 < top.view;
    if (fits) expect(await isInView(widget, form.locator('.choices'))).toBe(true);
    await widget.close();
  });
});

describe('what came while the chat was closed', () => {
  it('is marked where it begins, which is where the visitor is led', async () => {
    const widget = await openWidget(browser, server.hostUrl());
    await fill(widget);
    await leave(widget);
    for (let count = 0; count < 20; count += 1)
      server.add('teammate', { text: `News ${count}\n\nMore of it` });
    await widget.page.locator('bellhop-widget i', { hasText: '9+' }).waitFor();
    await widget.launcher.click();
    const mark = widget.panel.locator('.new');
    await mark.waitFor();
    expect(await mark.textContent()).toBe('New');
    await expect.poll(() => isInView(widget, mark)).toBe(true);
    expect(await isInView(widget, widget.panel.getByText('News 0'))).toBe(true);
    expect(await checkAxe(widget.page)).toEqual([]);
    await widget.page.locator('bellhop-widget i').waitFor({ state: 'hidden' });
    await leave(widget);
    await widget.launcher.click();
    await mark.waitFor({ state: 'detached' });
    await widget.close();
  });

  it('is marked after a reload, too; what comes into the open chat is not', async () => {
    const widget = await openWidget(browser, server.hostUrl());
    server.add('agent', { text: 'Seen' });
    await widget.panel.getByText('Seen').first().waitFor();
    expect(await widget.panel.locator('.new').count()).toBe(0);
    await widget.page.waitForTimeout(200);
    await widget.page.goto('about:blank');
    server.add('agent', { text: 'Not seen' });
    await widget.page.goto(server.hostUrl());
    await widget.launcher.click();
    await widget.panel.locator('.new').waitFor();
    expect(await widget.panel.locator('li', { has: widget.panel.locator('.new') }).innerText()).toContain(
      'Not seen',
    );
    await widget.close();
  });
});

it('a person’s name stands once for what they say in a row', async () => {
  const widget = await openWidget(browser, server.hostUrl());
  for (const text of ['One', 'Two']) server.add('teammate', { text });
  server.add('teammate', { text: 'Three', author: { type: 'teammate', name: 'Kim' } });
  server.add('visitor', { text: 'Thanks' });
  server.add('teammate', { text: 'Four' });
  await widget.panel.getByText('Four').first().waitFor();
  expect(await widget.panel.locator('.name').allTextContents()).toEqual(['Mona', 'Kim', 'Mona']);
  expect(await widget.panel.locator('.teammate .unseen').allTextContents()).toEqual(['Mona']);
  await widget.close();
});

it('a header that promises the agent’s speed is quiet while a person answers', async () => {
  const widget = await openWidget(browser, server.hostUrl());
  const subtitle = widget.panel.getByText('Usually replies in a few seconds');
  await subtitle.waitFor();
  const height = () =>
    widget.panel.locator('header').evaluate((header) => header.getBoundingClientRect().height);
  const before = await height();
  server.emit({ event: 'state', data: { autoReply: 'muted', typing: false } });
  await widget.panel.getByText('A person will answer here.').waitFor();
  expect(await subtitle.count()).toBe(0);
  expect(await height()).toBe(before);
  server.emit({ event: 'state', data: { autoReply: 'on', typing: false } });
  await subtitle.waitFor();
  await widget.close();
});

/** Six entries, so that the log is about full. */
async function fill({ panel }: OpenWidget): Promise<void> {
  for (const count of [0, 1, 2]) {
    server.add('visitor', { text: `Question ${count}` });
    server.add('agent', { text: `Answer ${count}\n\nMore of it` });
  }
  await panel.getByText('Answer 2').first().waitFor();
}

async function leave({ page, dialog }: OpenWidget): Promise<void> {
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** Where something lies in the log's view, and how high that is. */
async function boxOf(
  { panel }: OpenWidget,
  part: Locator,
): Promise<{ top: number; height: number; view: number }> {
  const view = await panel.locator('.scroller').evaluate((node) => {
    const { top, height } = node.getBoundingClientRect();
    return { top, height };
  });
  const box = await part.first().evaluate((node) => {
    const { top, height } = node.getBoundingClientRect();
    return { top, height };
  });
  return { top: box.top - view.top, height: box.height, view: view.height };
}

async function isInView(widget: OpenWidget, part: Locator): Promise<boolean> {
  const { top, height, view } = await boxOf(widget, part);
  return top >= 0 && top + height <= view + 1;
}
