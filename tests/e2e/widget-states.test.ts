import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { INPUT_FORM } from '../../src/contract/entry.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { type OpenWidget, openWidget } from './open-widget.ts';
import { type StandIn, startStandIn } from './widget-stand-in.ts';

const LOOK = { teaser: 'Questions about sizes?', starters: ['Where is my order?', 'I want a quote'] };
const ANSWER = `Your order **A-10493** is on its way.

- [Track the parcel](https://track.example/x)
- \`code\` and [bank.example](https://evil.example)

| Size | Chest |
|---|---|
| M | 96 cm |

> A quote

\`\`\`
a block
\`\`\``;
const FORM = {
  kind: 'lead-form',
  state: 'offered' as const,
  payload: {
    fields: ['name', 'email', 'phone', 'company', 'message', 'text'].map((type, index) => ({
      name: type,
      type,
      label: type === 'text' ? 'Order number' : '',
      required: index < 2,
    })),
    consent: 'We use this only to answer you.',
  },
};
const BUTTON = {
  kind: 'button',
  state: 'offered' as const,
  payload: { text: 'Size guide', url: 'https://a.example/' },
};

const TYPES = [
  'text',
  'message',
  'email',
  'phone',
  'url',
  'number',
  'date',
  'time',
  'choice',
  'yes-no',
] as const;
const INPUTS = {
  kind: INPUT_FORM,
  state: 'offered' as const,
  payload: {
    title: 'Book a visit',
    values: [{ label: 'Order number', value: '4711' }],
    fields: TYPES.map((type, index) => ({
      name: `field-${type}`,
      type,
      label: `A ${type}`,
      required: index !== 1,
      ...(type === 'choice' ? { options: ['by air', 'by sea'] } : {}),
    })),
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
  },
};

type State = [name: string, reach: (widget: OpenWidget) => Promise<void>];

let browser: Browser;
let server: StandIn;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => server.close());

/** Every state of the open panel, each reached from the one before. */
const STATES: State[] = [
  ['empty', async ({ panel }) => panel.getByRole('button', { name: 'I want a quote' }).waitFor()],
  [
    'typing',
    async ({ panel }) => {
      server.add('visitor', { text: 'Where is my order?' });
      server.emit({ event: 'state', data: { autoReply: 'on', typing: true } });
      await panel.locator('.dots').waitFor();
    },
  ],
  [
    'streaming',
    async ({ panel }) => {
      server.emit({ event: 'delta', data: { entryId: 'entry-2', offset: 0, text: 'Your order **A-104' } });
      await panel.getByText('Your order').waitFor();
    },
  ],
  [
    'answered',
    async ({ panel }) => {
      server.add('agent', {
        text: ANSWER,
        citations: [
          { sourceId: '1', title: 'Delivery', url: 'https://a.example/faq' },
          { sourceId: '2', title: 'A file' },
        ],
      });
      await panel.locator('.source a').waitFor();
    },
  ],
  [
    'cards',
    async ({ panel }) => {
      server.add('agent', { text: 'Here you go:', card: BUTTON });
      server.add('agent', { card: { ...BUTTON, state: 'opened' } });
      server.add('agent', { card: FORM });
      await panel.locator('form.card').waitFor();
    },
  ],
  [
    'form with errors',
    async ({ panel }) => {
      await panel.locator('form.card [type=submit]').click();
      await panel.locator('form.card .problem').first().waitFor();
    },
  ],
  [
    'a form for what a call needs, by keyboard',
    async ({ panel }) => {
      server.add('agent', { card: INPUTS });
      const form = panel.locator('form.card').filter({ hasText: 'Book a visit' });
      await form.getByText('4711').waitFor();
      await form.locator('[name=field-text]').press('Enter');
      await form.locator('.problem').first().waitFor();
      await expect.poll(() => form.locator(':focus').getAttribute('name')).toBe('field-text');
      await form.locator('[name=field-text]').fill('Yes');
      await form.locator('[name=field-choice]').selectOption('by sea');
      await form.locator('[name=field-yes-no]').selectOption('true');
    },
  ],
  [
    'cards that are done, unknown ones, a teammate, the system, muted',
    async ({ panel }) => {
      server.add('agent', { card: { ...FORM, state: 'submitted' } });
      server.add('agent', {
        card: { ...FORM, state: 'dismissed', payload: { ...FORM.payload, message: 'Fine.' } },
      });
      server.add('agent', {
        card: { ...INPUTS, state: 'submitted', payload: { ...INPUTS.payload, fields: [] } },
      });
      server.add('agent', { card: { ...INPUTS, state: 'expired' } });
      server.add('agent', { card: { kind: 'from-the-future', state: 'offered', payload: {} } });
      server.add('teammate', { text: 'Hi, Mona here.' });
      server.add('system', { text: 'Mona has joined.' });
      server.emit({ event: 'state', data: { autoReply: 'muted', typing: false } });
      await panel.locator('.notice').waitFor();
      await panel.locator('.system').waitFor();
    },
  ],
  [
    'a message that is not sent, and one that is not wanted',
    async ({ panel, compose }) => {
      server.refuse.messages = { status: 422, code: 'invalid' };
      await compose.fill('Not wanted');
      await compose.press('Enter');
      await panel.locator('.problem button').waitFor();
      server.refuse.messages = { status: 500, code: 'internal' };
      await compose.fill('Not sent');
      await compose.press('Enter');
      await panel.locator('.problem button').nth(1).waitFor();
    },
  ],
  [
    'too long a text',
    async ({ panel, compose }) => {
      await compose.fill('a'.repeat(4_010));
      await panel.locator('#room').waitFor();
    },
  ],
  [
    'scrolled up',
    async ({ panel }) => {
      await panel.locator('.scroller').evaluate((scroller) => scroller.scrollTo({ top: 0 }));
      await panel.locator('.latest').waitFor();
    },
  ],
];

describe.each([
  ['light', 'en', 'ltr', 1280],
  ['dark', 'en', 'ltr', 390],
  ['light', 'ar', 'rtl', 390],
  ['dark', 'ar', 'rtl', 1280],
  ['light', 'de', 'ltr', 320],
] as const)('%s, %s, %s, %i px', (colorScheme, language, direction, width) => {
  it('no state has an accessibility violation, a policy violation or sideways scrolling', async () => {
    // English words of the tests above stand for the starters, which are the owner's own.
    server = await startStandIn({ language, look: LOOK });
    Object.assign(server.host, { language, direction });
    const options = { colorScheme, viewport: { width, height: 780 }, ignore: [/422|500/], closed: true };
    const widget = await openWidget(browser, server.hostUrl(), options);
    const found: Record<string, string[]> = {};
    const check = async (name: string) => {
      // What fades in is checked when it is there.
      for (const frame of widget.page.frames())
        await frame.evaluate(() =>
          Promise.all(
            document
              .getAnimations()
              .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
              .map((one) => one.finished.catch(() => null)),
          ),
        );
      const violations = await checkAxe(widget.page);
      if (violations.length > 0) found[name] = violations;
    };
    await check('closed');
    await widget.launcher.click();
    await widget.compose.waitFor();
    for (const [name, reach] of STATES) {
      await reach(widget);
      await check(name);
    }
    const sideways = await widget.panel
      .locator('html')
      .evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(found).toEqual({});
    expect(sideways).toBe(0);
    expect(widget.watch.faults).toEqual([]);
    await widget.close();
  }, 90_000);
});

const LOOKS = [
  ['light', 'en', 'ltr'],
  ['dark', 'en', 'ltr'],
  ['light', 'ar', 'rtl'],
  ['dark', 'ar', 'rtl'],
] as const;

describe('states without a conversation', () => {
  it.each([
    ['loading', { status: 503, code: 'unavailable', retryAfter: 60 }, '.notice'],
    ['refused', { status: 404, code: 'not_found' }, '.refused'],
  ] as const)(
    '%s',
    async (_name, refusal, visible) => {
      for (const [colorScheme, language, direction] of LOOKS) {
        server = await startStandIn({ language });
        Object.assign(server.host, { language, direction });
        server.refuse.sessions = refusal;
        const widget = await openWidget(browser, server.hostUrl(), {
          colorScheme,
          closed: true,
          ignore: [/404|503/],
        });
        await widget.launcher.click();
        await widget.panel.locator(visible).waitFor();
        expect(await checkAxe(widget.page)).toEqual([]);
        await widget.close();
      }
    },
    60_000,
  );

  it('the chat as a page of its own', async () => {
    server = await startStandIn({ look: LOOK });
    const context = await browser.newContext({ locale: 'en-US' });
    const page = await context.newPage();
    await page.goto(`${server.origin}/c/sample`);
    await page.getByRole('button', { name: 'I want a quote' }).click();
    await page.locator('.visitor').waitFor();
    expect(await checkAxe(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Close' }).count()).toBe(0);
    await context.close();
  });
});
