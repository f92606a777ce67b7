import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../harness/harness.ts';
import { mailCertificate } from '../harness/mail-certificate.ts';
import { join, type PersonClient, setUp } from '../harness/person-client.ts';
import { type SmtpServer, startSmtpServer } from '../harness/smtp-server.ts';
import { trustCertificates } from '../harness/trust-certificates.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { isTooWide } from './is-too-wide.ts';
import { openDashboard } from './open-dashboard.ts';

const login = { user: 'ingrid@nordlys.example', password: 'vinter-og-vann-1987' };

let browser: Browser;
let server: SmtpServer;
let house: Harness;
let owner: PersonClient;
let admin: PersonClient;

beforeAll(async () => {
  trustCertificates(mailCertificate.cert);
  [browser, server] = await Promise.all([launchBrowser(), startSmtpServer({ tls: 'starttls', login })]);
  house = await Harness.start({ egressAllow: `localhost:${server.port}` });
  owner = await setUp(house);
  admin = await join(house, owner, 'adam@example.com', 'admin');
});
afterAll(async () => {
  trustCertificates();
  await browser.close();
  await house.close();
  await server.close();
});

const open = (path: string, options: Parameters<typeof openDashboard>[3] = {}, who = owner) =>
  openDashboard(browser, `${house.url}${path}`, who, options);
const shoot = async (page: Awaited<ReturnType<typeof open>>['page'], name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

it('an owner connects a mail server, is told what is wrong with the password, and then it works', async () => {
  const { page, watch, close } = await open('/settings/integrations');
  await page.getByRole('button', { name: 'Connect SMTP' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Server', exact: true }).fill('localhost');
  await dialog.getByLabel('Encryption').selectOption('implicit');
  expect(await dialog.getByLabel('Port').inputValue()).toBe('465');
  await dialog.getByLabel('Encryption').selectOption('starttls');
  await dialog.getByLabel('Port').fill(String(server.port));
  await dialog.getByRole('textbox', { name: 'User' }).fill(login.user);
  const password = dialog.getByRole('textbox', { name: 'Password' });
  await password.fill('a-wrong-password');
  await dialog.getByLabel('Address that mails are from').fill('hello@nordlys.example');
  await dialog.getByLabel('Name that mails are from').fill('Nordlys Outdoor');
  expect(await checkAxe(page)).toEqual([]);
  await shoot(page, 'smtp-form-1440');
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog.getByRole('alert').getByText('does not accept the user').waitFor();
  expect(await checkAxe(page)).toEqual([]);
  await password.fill(login.password);
  await dialog.getByRole('button', { name: 'Save and test' }).click();
  const card = page.getByRole('region', { name: 'SMTP' });
  await card.getByText('hello@nordlys.example').waitFor();
  await card.getByRole('link', { name: 'Invitations' }).waitFor();
  await card.getByRole('button', { name: 'Test SMTP' }).click();
  await page.getByText('SMTP works.').waitFor();
  expect(await page.content()).not.toContain(login.password);
  expect(watch.faults).toEqual([]);
  await close();
});

it('an invitation goes out by it; when it breaks, whoever invites gets the cause and the link', async () => {
  const { page, watch, close } = await open('/settings/members');
  const invite = async (email: string) => {
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Invite' }).click();
  };
  await invite('max@example.com');
  await page.getByText('max@example.com gets a mail').waitFor();
  expect(server.taken.at(-1)).toMatchObject({ to: ['max@example.com'], from: 'hello@nordlys.example' });
  server.options.login = { ...login, password: 'changed-elsewhere' };
  // The connection of the mail before is kept for a while: signed in.
  server.options.answer = (line) => (line.startsWith('MAIL') ? '530 5.7.0 sign in again' : undefined);
  await invite('nils@example.com');
  const told = page.getByRole('status').filter({ hasText: 'was not sent' });
  await told.getByText('530 5.7.0 sign in again').waitFor();
  await told.getByText(`${house.url}/invitation/`).waitFor();
  await shoot(page, 'smtp-unsent-1440');
  expect(await checkAxe(page)).toEqual([]);
  await told.getByRole('button', { name: 'Done' }).click();
  await told.waitFor({ state: 'detached' });
  await page.goto(`${house.url}/settings/integrations`);
  const card = page.getByRole('region', { name: 'SMTP' });
  await card.getByText('530 5.7.0 sign in again').waitFor();
  await card.getByText('Failing', { exact: true }).waitFor();
  expect(await checkAxe(page)).toEqual([]);
  expect(watch.faults).toEqual([]);
  await close();
});

it('who is no owner may test it, and not change it', async () => {
  const { page, watch, close } = await open('/settings/integrations', {}, admin);
  const card = page.getByRole('region', { name: 'SMTP' });
  await card.getByText('Only an owner can connect or change it').waitFor();
  expect(await card.getByRole('button', { name: 'Change SMTP' }).isDisabled()).toBe(true);
  expect(await card.getByRole('button', { name: 'Test SMTP' }).isDisabled()).toBe(false);
  expect(watch.faults).toEqual([]);
  await close();
});

it.each([
  ['1440', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }, 'SMTP ändern', 'de-DE'],
  ['390', { viewport: { width: 390, height: 780 }, colorScheme: 'dark' }, 'SMTP ändern', 'de-DE'],
  ['320', { viewport: { width: 320, height: 640 }, colorScheme: 'light' }, 'Change SMTP', 'en-US'],
] as const)('it can be seen and changed at %s pixels', async (width, options, change, locale) => {
  const { page, watch, close } = await open('/settings/integrations', { ...options, locale });
  const button = page.getByRole('region', { name: 'SMTP' }).getByRole('button', { name: change });
  await button.waitFor();
  await shoot(page, `smtp-card-${width}`);
  expect(await isTooWide(page)).toBe(false);
  await button.click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Server', exact: true }).waitFor();
  await shoot(page, `smtp-change-${width}`);
  expect(await isTooWide(page)).toBe(false);
  expect(await checkAxe(page)).toEqual([]);
  expect(watch.faults).toEqual([]);
  await close();
});
