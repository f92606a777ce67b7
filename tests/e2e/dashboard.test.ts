import { statSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout } from '../harness/checkout.ts';
import { Harness } from '../harness/harness.ts';
import { join, PASSWORD, type PersonClient, readLink, setUp } from '../harness/person-client.ts';
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

describe('the first start', () => {
  it('leads from the printed address to Home, by keyboard alone', async () => {
    const house = await Harness.start();
    const link = await house.app.findSetupLink();
    const { page, watch, close } = await openDashboard(browser, house.url, null);
    await heading(page, 'Welcome to Bellhop').waitFor();
    expect(page.url()).toBe(`${house.url}/setup`);
    expect(await checkAxe(page)).toEqual([]);
    await page.goto(link?.url ?? '');
    await page.getByLabel('Your name').waitFor();
    for (const words of ['Ingrid Berg', 'ingrid@example.com', 'short', 'Nordlys Outdoor']) {
      await page.keyboard.type(words);
      await page.keyboard.press('Tab');
      // The eye that shows a password stands in between.
      if (words === 'short') await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    const problem = page.getByText('must have at least 12 characters');
    await problem.waitFor();
    // What is wrong has the focus, and what was typed is there.
    await page.waitForFunction(() => document.activeElement?.getAttribute('autocomplete') === 'new-password');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ingrid Berg');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, 'Hello, Ingrid').waitFor();
    expect(page.url()).toBe(`${house.url}/`);
    expect(watch.faults.filter((fault) => !/422/.test(fault))).toEqual([]);
    await close();
    await house.close();
  });
});

describe('signing in', () => {
  it('leads back to where one was going, and says when it does not work', async () => {
    const { page, watch, close } = await openDashboard(browser, `${house.url}/settings/members`, null, {
      ignore: [/401/],
    });
    await heading(page, 'Sign in').waitFor();
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByRole('textbox', { name: 'Password' }).fill('not the right one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('do not belong together').waitFor();
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, 'Members').waitFor();
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('leads nowhere else, whatever the link says', async () => {
    const { page, close } = await openDashboard(browser, `${house.url}/sign-in?to=//evil.example/`, null);
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, 'Hello, Ingrid').waitFor();
    expect(new URL(page.url()).origin).toBe(house.url);
    await close();
  });

  it('works again after a forgotten password', async () => {
    await join(house, owner, 'lars@example.com', 'member');
    const { page, watch, close } = await openDashboard(browser, `${house.url}/sign-in`, null);
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByLabel('E-mail').fill('lars@example.com');
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('a mail is on its way').waitFor();
    expect(await checkAxe(page)).toEqual([]);
    const token = readLink(house, 'lars@example.com', 'reset-password?token=');
    await page.goto(`${house.url}/reset-password?token=${token}`);
    await page.getByRole('textbox', { name: 'New password' }).fill('an entirely new password');
    await page.getByRole('button', { name: 'Save the password' }).click();
    await heading(page, 'Sign in').waitFor();
    await page.getByLabel('E-mail').fill('lars@example.com');
    await page.getByRole('textbox', { name: 'Password' }).fill('an entirely new password');
    await page.keyboard.press('Enter');
    await heading(page, /^Hello/).waitFor();
    // A member sees what a member may.
    await page.goto(`${house.url}/settings/general`);
    await heading(page, 'General').waitFor();
    expect(await page.getByRole('link', { name: 'API keys' }).count()).toBe(0);
    expect(await page.getByLabel('Name of the workspace').isDisabled()).toBe(true);
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('begins with an invitation', async () => {
    await owner.call('POST', '/api/v1/invitations', { email: 'maja@example.com', role: 'viewer' });
    const token = readLink(house, 'maja@example.com', 'invitation/');
    const { page, watch, close } = await openDashboard(browser, `${house.url}/invitation/${token}`, null);
    await page.getByLabel('Your name').fill('Maja');
    await page.getByRole('textbox', { name: 'Choose a password' }).fill(PASSWORD);
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await heading(page, 'Hello, Maja').waitFor();
    expect(watch.faults).toEqual([]);
    await close();
  });
});

describe('every page', () => {
  // One of several parts, and one of a list; the gallery has all of them as they failed.
  it.each(['/', '/settings/members'])(
    '%s says what failed, and can be tried again',
    async (path) => {
      const { page, close } = await openDashboard(browser, `${house.url}/`, owner, { ignore: [/./] });
      await heading(page, /^Hello/).waitFor();
      let isDown = true;
      await page.route(/\/api\/v1\/(?!session)/, (route) => (isDown ? route.abort() : route.continue()));
      await page.goto(`${house.url}${path}`);
      const again = page.getByRole('button', { name: 'Try again' }).first();
      await again.waitFor({ timeout: 15_000 });
      await page.getByText('Bellhop cannot be reached').first().waitFor();
      expect(await checkAxe(page)).toEqual([]);
      isDown = false;
      // One for each part that failed; they give up at different times.
      const left = async () => {
        const count = await page.getByRole('button', { name: 'Try again' }).count();
        if (count > 0) await again.click();
        return count;
      };
      await expect.poll(left, { timeout: 20_000, interval: 300 }).toBe(0);
      await close();
    },
    60_000,
  );

  it('is found by the palette, and by G and a letter', async () => {
    const { page, watch, close } = await openDashboard(browser, `${house.url}/settings/general`, owner);
    await heading(page, 'General').waitFor();
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder('Search or jump to').fill('audit');
    await page.keyboard.press('Enter');
    await heading(page, 'Audit log').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await heading(page, /^Hello/).waitFor();
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('speaks German where the browser does, and changes at once', async () => {
    const { page, watch, close } = await openDashboard(browser, `${house.url}/settings/members`, owner, {
      locale: 'de-DE',
    });
    await heading(page, 'Mitglieder').waitFor();
    await page.getByRole('button', { name: 'Ingrid Berg', exact: true }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await heading(page, 'Members').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('asks before changes are lost', async () => {
    const { page, close } = await openDashboard(browser, `${house.url}/settings/general`, owner);
    await page.getByLabel('Name of the workspace').fill('Another name');
    let asked = 0;
    page.on('dialog', async (dialog) => {
      asked++;
      await (asked === 1 ? dialog.dismiss() : dialog.accept());
    });
    await page.getByRole('link', { name: 'Members' }).click();
    await heading(page, 'General').waitFor();
    expect(await page.getByLabel('Name of the workspace').inputValue()).toBe('Another name');
    await page.getByRole('link', { name: 'Members' }).click();
    await heading(page, 'Members').waitFor();
    expect(asked).toBe(2);
    await close();
  });
});

it('the first page is small, and styled before its script has run', async () => {
  const { page, close } = await openDashboard(browser, `${house.url}/`, owner);
  await heading(page, /^Hello/).waitFor();
  await page.waitForLoadState('networkidle');
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /dashboard\/(assets\/.+)$/.exec(name)?.[1] ?? []),
  );
  /** KiB, as gzip sends them. */
  const sum = (ending: string) =>
    loaded
      .filter((name) => name.endsWith(ending))
      .reduce((all, name) => all + statSync(joinPath(checkout, 'dist', 'dashboard', `${name}.gz`)).size, 0) /
    1_024;
  expect(sum('.js')).toBeGreaterThan(50);
  expect(sum('.js')).toBeLessThanOrEqual(200);
  expect(sum('.css')).toBeLessThanOrEqual(25);
  await close();
});

it('the policy lets nothing in that is not ours', async () => {
  const response = await fetch(`${house.url}/settings/members`);
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([\w-]{24})'/.exec(policy)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe');
  const html = await response.text();
  expect(html.match(/<script/g)?.length).toBe(
    html.match(new RegExp(`<script[^>]+nonce="${nonce}"`, 'g'))?.length,
  );
  const again = await fetch(`${house.url}/settings/members`);
  expect(again.headers.get('content-security-policy')).not.toBe(policy);
  for (const path of ['/api/nothing', '/widget/nothing', '/dashboard/assets/nothing.js', '/files/nothing'])
    expect((await fetch(`${house.url}${path}`)).status).toBe(404);
});
