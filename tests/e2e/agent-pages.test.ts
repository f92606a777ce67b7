import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../harness/harness.ts';
import { type PersonClient, setUp } from '../harness/person-client.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { openDashboard } from './open-dashboard.ts';

/** A step that takes longer has failed; a journey has many. */
const STEP_MS = 10_000;
const JOURNEY_MS = 60_000;

let browser: Browser;
let house: Harness;
let owner: PersonClient;
let agentId: string;

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), Harness.start()]);
  owner = await setUp(house);
  agentId = (await house.createAgent({ language: 'en', greeting: 'Hello from Robin.' })).id;
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

async function open(path: string, options = {}) {
  const opened = await openDashboard(browser, `${house.url}${path}`, owner, options);
  opened.page.setDefaultTimeout(STEP_MS);
  return opened;
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const shoot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

describe('instructions', { timeout: JOURNEY_MS }, () => {
  it('start from a good default, are saved as versions, compared and restored', async () => {
    const { page, watch, close } = await open('/instructions');
    await heading(page, 'Instructions').waitFor();
    const rules = page.getByLabel('Rules');
    expect(await rules.inputValue()).toContain('Never make up prices');
    await shoot(page, 'instructions-suggested');
    expect(await checkAxe(page)).toEqual([]);
    // Nothing was changed by them: nobody is held back.
    await page.getByRole('link', { name: 'Knowledge' }).click();
    await heading(page, 'Knowledge').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Version 2', { exact: true }).waitFor();
    await rules.fill(`${await rules.inputValue()}\nSay <img src=x onerror=alert(1)> never.`);
    await page.getByText('You have unsaved changes.').waitFor();
    let asked = '';
    page.once('dialog', (dialog) => {
      asked = dialog.message();
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: 'Knowledge' }).click();
    await heading(page, 'Instructions').waitFor();
    expect(asked).toContain('without saving');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Version 3', { exact: true }).waitFor();
    await page.getByLabel('What changed, version 3').click();
    await page.getByRole('listitem').getByText('Say <img src=x onerror=alert(1)> never.').waitFor();
    await shoot(page, 'instructions-versions');
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Restore version 1', exact: true }).click();
    await page.getByText('Version 1 is back.').waitFor();
    expect(await rules.inputValue()).toContain('Never make up prices');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Version 5', { exact: true }).waitFor();
    expect(await rules.inputValue()).toContain('never.');
    expect(watch.faults).toEqual([]);
    await close();
  });
});

describe('knowledge', { timeout: JOURNEY_MS }, () => {
  it('is added as questions and as text, searched, changed, deleted and brought back', async () => {
    const { page, watch, close } = await open('/knowledge');
    await page.getByText('Your agent knows nothing yet').waitFor();
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('link', { name: 'Add questions' }).click();
    await page.getByLabel('Name').fill('Shipping "><svg onload=alert(1)>');
    await page.getByRole('textbox', { name: 'Question', exact: true }).fill('How long does shipping take?');
    await page.getByLabel('Answer').fill('Two to four working days.');
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page
      .getByRole('textbox', { name: 'Question', exact: true })
      .nth(1)
      .fill('What does shipping cost?');
    await page.getByLabel('Answer').nth(1).fill('Four Euro.');
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('2 questions').waitFor();
    await page.getByRole('link', { name: 'Add text' }).click();
    await page.getByLabel('Name').fill('The shop');
    await page
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill('# Opening hours\nNine to five.\n\nClosed in July.');
    await page.getByLabel('Address').fill('not an address');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('must be', { exact: false }).first().waitFor();
    await shoot(page, 'knowledge-problem');
    expect(await page.getByLabel('Name').inputValue()).toBe('The shop');
    await page.getByLabel('Address').fill('https://shop.example/hours');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('2 passages').waitFor();
    await page.getByLabel('Ask as a visitor would').fill('when do you open');
    await page.getByText('Nine to five.').waitFor();
    await shoot(page, 'knowledge');
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete The shop' }).click();
    await page.getByText('“The shop” is deleted.').waitFor();
    await page.getByText('2 passages').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 passages').waitFor();
    await page.getByRole('link', { name: 'The shop' }).click();
    await heading(page, 'The shop').waitFor();
    expect(await page.getByRole('textbox', { name: 'Text', exact: true }).inputValue()).toContain(
      'Closed in July.',
    );
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Always open.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. The next answer').waitFor();
    await page.getByRole('link', { name: 'Knowledge' }).click();
    await page.getByText('1 passage').waitFor();
    expect(watch.faults.filter((fault) => !/422/.test(fault))).toEqual([]);
    await close();
  });
});

describe('the playground', { timeout: JOURNEY_MS }, () => {
  it('is the real panel, with why beside it: a passage, an action, and whom one plays', async () => {
    await house.createAction(agentId, {
      kind: 'lead-form',
      name: 'Get a quote',
      guidance: { whenToUse: 'Use when the visitor wants a quote.', examples: ['I would like a quote'] },
      settings: {},
    });
    await house.api('POST', '/api/v1/knowledge/sources', {
      ...{ agentId, type: 'faq', title: 'Shipping' },
      items: [{ question: 'How long does shipping take?', answer: 'Two to four working days.' }],
    });
    await house.createAction(agentId, {
      ...{ kind: 'button', name: 'Call us', settings: { text: 'Call', url: 'tel:+49301234567' } },
      availability: { hours: { timeZone: 'UTC', weekly: {} } },
    });
    const { page, watch, close } = await open('/playground');
    const panel = page.frameLocator('iframe');
    await panel.getByText('Hello from Robin.').waitFor();
    await page.getByText('Nothing was asked yet').waitFor();
    const ask = page.getByRole('button', { name: 'How long does shipping take?' });
    await ask.waitFor();
    await shoot(page, 'playground-empty');
    expect(await checkAxe(page)).toEqual([]);
    await ask.click();
    await panel.getByText('Two to four working days.', { exact: true }).waitFor();
    const why = page.getByRole('region', { name: 'Why it answers so' });
    await why.getByText('Said from').waitFor();
    await panel.getByRole('textbox').fill('I would like a quote <script>alert(1)</script>');
    await panel.getByRole('textbox').press('Enter');
    await why.getByText('Action chosen').waitFor();
    await why.getByText('Showed a card: lead form').waitFor();
    await panel.getByLabel('Email').waitFor();
    await shoot(page, 'playground');
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Choose a visitor' }).click();
    await page.getByText('Signed in', { exact: true }).click();
    await page.getByLabel('Their id').fill('customer-42');
    await page.getByLabel('What is known of them').fill('plan gold');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('Write each line as name: value.').waitFor();
    await page.getByLabel('What is known of them').fill('plan: gold');
    await shoot(page, 'playground-visitor');
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('You write as customer-42').waitFor();
    await page.getByText('Nothing was asked yet').waitFor();
    await panel.getByText('Hello from Robin.').waitFor();
    await sayWhyInGerman();
    const { body } = await house.api('GET', '/api/v1/conversations');
    expect(body).toEqual({ items: [], nextCursor: null });
    expect(watch.faults).toEqual([]);
    await close();
  });
});

/** The reasons of the engine, in the reader's language; what the page has no words for, in the server's. */
async function sayWhyInGerman(): Promise<void> {
  const { page, watch, close } = await open('/playground', { locale: 'de-DE' });
  const why = page.getByRole('region', { name: 'Warum er so antwortet' });
  const words = page.frameLocator('iframe').getByRole('textbox');
  await words.fill('How long does shipping take?');
  await words.press('Enter');
  await why.getByText(/^„How long does shipping take\?“ beantwortet es \([01](,\d+)?\)$/).waitFor();
  await why.getByText('die er nicht benutzt hat').click();
  await why.getByText('Nicht angeboten: außerhalb der Geschäftszeiten (').waitFor();
  await shoot(page, 'playground-german');
  await page.route('**/api/v1/playground/*/turns*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('"code":"answers"', '"code":"of-tomorrow"');
    await route.fulfill({ response, body });
  });
  await words.fill('And how long does shipping take?');
  await words.press('Enter');
  await why.getByText('“How long does shipping take?” answers it').first().waitFor();
  expect(watch.faults).toEqual([]);
  await close();
}

describe('leads', { timeout: JOURNEY_MS }, () => {
  it('say how to begin; then are found, looked at and deleted', async () => {
    const { page, watch, close } = await open('/leads');
    await page.getByRole('link', { name: 'Turn on Collect leads' }).waitFor();
    expect(await checkAxe(page)).toEqual([]);
    const visitor = await house.visit(agentId);
    await visitor.ask('I would like a quote');
    const form = (await visitor.list()).find(({ card }) => card)?.id ?? '';
    await visitor.useCard(form, 'submit', {
      name: '<img src=x onerror=alert(1)>',
      email: 'ada@example.com',
    });
    await page.reload();
    await page.getByText('ada@example.com').waitFor();
    await page.getByLabel('Search by name').fill('nobody at all');
    await page.getByText('Nobody left “nobody at all”').waitFor();
    await page.getByLabel('Search by name').fill('ADA@');
    await page.getByText('ada@example.com').waitFor();
    await shoot(page, 'leads');
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('button', { name: '<img src=x onerror=alert(1)>' }).click();
    const dialog = page.getByRole('dialog', { name: '<img' });
    await dialog.getByText('First time').waitFor();
    expect(new URL(page.url()).searchParams.get('lead')).toBeTruthy();
    await shoot(page, 'lead');
    expect(await checkAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page
      .getByRole('dialog', { name: 'Delete this lead?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByText('The lead is deleted.').waitFor();
    await page.getByText('ada@example.com').waitFor({ state: 'detached' });
    expect(watch.faults).toEqual([]);
    await close();
  });
});
