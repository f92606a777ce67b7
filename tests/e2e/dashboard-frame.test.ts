import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Harness } from '../harness/harness.ts';
import { join, PASSWORD, type PersonClient, setUp } from '../harness/person-client.ts';
import { waitFor } from '../harness/wait-for.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { openDashboard } from './open-dashboard.ts';

let browser: Browser;
let house: Harness;
let owner: PersonClient;

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), Harness.start()]);
  owner = await setUp(house);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

describe('the keys', () => {
  it('are listed by the question mark, and can be switched off', async () => {
    const { page, watch, close } = await openDashboard(browser, `${house.url}/settings/general`, owner);
    await heading(page, 'General').waitFor();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Home').waitFor();
    expect(await dialog.getByRole('listitem').first().innerText()).toMatch(/Ctrl K/);
    expect(await checkAxe(page)).toEqual([]);
    await dialog.getByRole('switch', { name: 'Single keys as shortcuts' }).uncheck();
    expect(await dialog.getByText('Home').count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    for (const key of ['?', 'g', 'h']) await page.keyboard.press(key);
    // What has a key of its own besides letters goes on, and the list is still in the menu.
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder('Search or jump to').fill('members');
    await page.keyboard.press('Enter');
    await heading(page, 'Members').waitFor();
    await page.getByRole('button', { name: 'Ingrid Berg', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    await dialog.waitFor();
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('do nothing while somebody types', async () => {
    const { page, watch, close } = await openDashboard(browser, `${house.url}/settings/members`, owner);
    const email = page.getByLabel('E-mail');
    await email.pressSequentially('ghjk');
    expect(await email.inputValue()).toBe('ghjk');
    // By the time this is there, a page that the letters had gone to would be too.
    await email.blur();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(page.url()).toBe(`${house.url}/settings/members`);
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('move through what is left to do, and the first stop is a way past the navigation', async () => {
    const { page, watch, close } = await openDashboard(browser, `${house.url}/`, owner);
    await heading(page, /^Hello/).waitFor();
    await page.getByRole('heading', { name: 'Get started' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the page');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'main');
    const steps = await page.locator('main [data-row]').allInnerTexts();
    expect(steps.length).toBeGreaterThan(2);
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
    expect(await focused(page)).toBe(steps[0]);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(steps[1]);
    expect(watch.faults).toEqual([]);
    await close();
  });
});

const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).innerText.trim());

describe('a session that is over', () => {
  let email = '';
  let left: PersonClient;
  let number = 0;
  beforeEach(async () => {
    email = `left${++number}@example.com`;
    left = await join(house, owner, email, 'admin');
  });
  const end = async () => {
    await house.pool.query(
      'delete from user_sessions where user_id = (select id from users where email = $1)',
      [email],
    );
  };

  it('leads to signing in, and from there back, as soon as something is asked of the server', async () => {
    const { page, close } = await openDashboard(browser, `${house.url}/settings/general`, left, {
      ignore: [/./],
    });
    await heading(page, 'General').waitFor();
    await end();
    await page.getByRole('link', { name: 'Audit log' }).click();
    await heading(page, 'Sign in').waitFor();
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, 'Audit log').waitFor();
    await close();
  });

  it('is noticed when the tab is looked at again, and words that are not saved stay if one wants', async () => {
    const { page, close } = await openDashboard(browser, `${house.url}/settings/general`, left, {
      ignore: [/./],
    });
    const name = page.getByLabel('Name of the workspace');
    // Typed, because a browser asks for nobody who has done nothing.
    await name.click();
    await name.press('Control+A');
    await name.pressSequentially('Words that are not saved');
    await end();
    const asked = page.waitForEvent('dialog');
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    expect(await name.inputValue()).toBe('Words that are not saved');
    expect(await heading(page, 'General').count()).toBe(1);
    await close();
  });
});

it('a page that does not exist says so beside the navigation', async () => {
  const { page, watch, close } = await openDashboard(browser, `${house.url}/nothing/here`, owner);
  await page.getByText('There is no such page').waitFor();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  expect(await checkAxe(page)).toEqual([]);
  expect(watch.faults).toEqual([]);
  await close();
});

it('somebody makes a second workspace, and goes back to the first', async () => {
  const founder = await join(house, owner, 'founder@example.com', 'viewer');
  const { page, watch, close } = await openDashboard(browser, `${house.url}/`, founder);
  await heading(page, 'Hello, founder').waitFor();
  await page.getByRole('button', { name: 'founder' }).click();
  await page.getByRole('menuitem', { name: 'New workspace' }).click();
  await page.getByLabel('Name of the workspace').fill('Sydlys');
  expect(await checkAxe(page)).toEqual([]);
  await page.keyboard.press('Enter');
  // With an agent of its own, called like it.
  await page.getByRole('button', { name: 'Agent: Sydlys' }).waitFor();
  await page.goto(`${house.url}/settings/general`);
  // Its owner, who was a viewer in the other one.
  expect(await page.getByLabel('Name of the workspace').isEnabled()).toBe(true);
  await page.getByRole('button', { name: 'founder' }).click();
  await page.getByRole('menuitem', { name: 'Nordlys Outdoor' }).click();
  await heading(page, 'Hello, founder').waitFor();
  await page.getByRole('button', { name: 'Agent: Nordlys Outdoor' }).waitFor();
  expect(watch.faults).toEqual([]);
  await close();
});

it('an owner makes a second agent, goes from one to the other, and deletes it', async () => {
  const { page, watch, close } = await openDashboard(browser, `${house.url}/knowledge`, owner);
  const agent = (name: string) => page.getByRole('button', { name: `Agent: ${name}` });
  await agent('Nordlys Outdoor').click();
  expect(await checkAxe(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'New agent' }).click();
  await page.getByLabel('Name of the agent').fill('<b>Support</b>');
  expect(await checkAxe(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await agent('<b>Support</b>').waitFor();
  await heading(page, 'Instructions').waitFor();
  expect(page.url()).toBe(`${house.url}/instructions`);
  expect(await page.getByLabel('Name', { exact: false }).first().inputValue()).toBe('<b>Support</b>');
  // What is not saved is asked for before the other agent takes its place.
  await page.getByLabel('Greeting').fill('Changed');
  let asked = 0;
  page.once('dialog', (dialog) => {
    asked++;
    void dialog.dismiss();
  });
  await agent('<b>Support</b>').click();
  await page.getByRole('menuitem', { name: 'Nordlys Outdoor' }).click();
  await expect.poll(() => asked).toBe(1);
  expect(await page.getByLabel('Greeting').inputValue()).toBe('Changed');
  await page.getByRole('button', { name: 'Discard' }).click();
  await agent('<b>Support</b>').click();
  await page.getByRole('menuitem', { name: 'Nordlys Outdoor' }).click();
  await agent('Nordlys Outdoor').waitFor();
  await page.reload();
  await agent('Nordlys Outdoor').click();
  await page.getByRole('menuitem', { name: '<b>Support</b>' }).click();
  await agent('<b>Support</b>').waitFor();
  await page.getByRole('button', { name: 'Delete this agent' }).click();
  expect(await checkAxe(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the agent' }).click();
  await agent('Nordlys Outdoor').waitFor();
  await heading(page, /^Hello/).waitFor();
  expect(watch.faults).toEqual([]);
  await close();
});

it('what is left to do is done by doing it', async () => {
  const agent = await house.createAgent();
  const { page, watch, close } = await openDashboard(browser, `${house.url}/`, owner);
  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await step('Try it').getByRole('link', { name: 'Open the playground' }).waitFor();
  await step('Put it on your site').getByRole('link', { name: 'Copy the code' }).waitFor();
  expect(await checkAxe(page)).toEqual([]);
  const visitor = await house.visit(agent.id);
  await visitor.send('Do you ship to Norway?');
  await fetch(`${house.url}/widget.js?agent=${agent.id}`, { headers: { referer: 'https://shop.example/' } });
  const path = `/api/v1/agents/${agent.id}/sightings`;
  // They are written down behind the answer.
  await waitFor(async () => (await house.api<{ items: unknown[] }>('GET', path)).body.items.length > 0);
  await page.reload();
  for (const name of ['Try it', 'Put it on your site']) await step(name).getByLabel('done').waitFor();
  expect(watch.faults).toEqual([]);
  await close();
});
