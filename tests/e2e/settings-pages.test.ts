import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CalendlyStandIn } from '../../demo/stand-ins/calendly/calendly-stand-in.ts';
import { McpStandIn } from '../../demo/stand-ins/mcp/mcp-stand-in.ts';
import type { Agent } from '../../src/contract/agent.ts';
import { Harness } from '../harness/harness.ts';
import { join, type PersonClient, setUp } from '../harness/person-client.ts';
import { StubApi } from '../harness/stub-api.ts';
import { launchBrowser } from './browser.ts';
import { checkAxe } from './check-axe.ts';
import { openDashboard } from './open-dashboard.ts';

let browser: Browser;
let house: Harness;
let owner: PersonClient;
let viewer: PersonClient;
let calendly: CalendlyStandIn;
let mcp: McpStandIn;
let api: StubApi;
let agent: Agent;

beforeAll(async () => {
  [browser, calendly, mcp, api] = await Promise.all([
    launchBrowser(),
    CalendlyStandIn.start(),
    McpStandIn.start(),
    StubApi.start(),
  ]);
  house = await Harness.start({
    egressAllow: `${calendly.host},${mcp.host},${api.host}`,
    connectionAddresses: {
      calendly: { api: calendly.url, auth: calendly.url },
      slack: { hooks: api.url },
    },
  });
  owner = await setUp(house);
  viewer = await join(house, owner, 'vera@example.com', 'viewer');
  agent = (await owner.call<Agent>('POST', '/api/v1/agents', { name: 'Robin', greeting: 'Hello!' })).body;
});
afterAll(async () => {
  await browser.close();
  await house.close();
  await Promise.all([calendly.close(), mcp.close(), api.close()]);
});

const open = (path: string, options: Parameters<typeof openDashboard>[3] = {}, who = owner) =>
  openDashboard(browser, `${house.url}${path}`, who, options);

const shoot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};

describe('integrations', () => {
  it('connects Calendly, says what is wrong with a token beside it, and works with the right one', async () => {
    const { page, watch, close } = await open('/settings/integrations');
    await page.getByRole('button', { name: 'Connect Calendly' }).click();
    const dialog = page.getByRole('dialog');
    const token = dialog.getByRole('textbox', { name: 'Personal access token' });
    await token.fill('made-up-token-of-nobody');
    expect(await checkAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await dialog.getByRole('alert').getByText('Connect it again').waitFor();
    expect(await token.inputValue()).toBe('made-up-token-of-nobody');
    await token.fill(calendly.authorization.newPersonalToken());
    await dialog.getByRole('button', { name: 'Save and test' }).click();
    const card = page.getByRole('region', { name: 'Calendly' });
    await card.getByText('Ada Lindgren').waitFor();
    await card.getByRole('button', { name: 'Test Calendly' }).click();
    await page.getByText('Calendly works.').waitFor();
    expect(await checkAxe(page)).toEqual([]);
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('is disconnected when nothing uses it, or another account takes its place', async () => {
    const { body } = await owner.call<{ items: { id: string; kind: string }[] }>(
      'GET',
      '/api/v1/connections',
    );
    const connectionId = body.items.find(({ kind }) => kind === 'calendly')?.id;
    const eventTypes = await owner.call<{ items: { id: string }[] }>(
      'GET',
      `/api/v1/connections/${connectionId}/event-types`,
    );
    const action = await owner.call<{ id: string }>('POST', `/api/v1/agents/${agent.id}/actions`, {
      ...{ kind: 'calendly', name: 'Book a visit' },
      settings: { connectionId, eventTypeUri: eventTypes.body.items[0]?.id },
    });
    expect(action.status, JSON.stringify(action.body)).toBe(201);
    const { page, watch, close } = await open('/settings/integrations');
    const card = page.getByRole('region', { name: 'Calendly' });
    await card.getByRole('link', { name: 'Book a visit' }).waitFor();
    const dialog = page.getByRole('dialog');
    await card.getByRole('button', { name: 'Disconnect Calendly' }).click();
    await dialog.getByText('There is no other one that could take its place.').waitFor();
    await dialog.getByRole('link', { name: 'Book a visit' }).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    const second = await owner.call<{ id: string }>('POST', '/api/v1/connections', {
      ...{ kind: 'calendly', name: 'Sales', settings: { auth: 'token' } },
      credentials: { token: calendly.authorization.newPersonalToken() },
    });
    await page.reload();
    await card.getByRole('button', { name: 'Disconnect Calendly' }).click();
    await dialog.getByLabel('Use another one instead').selectOption(second.body.id);
    await dialog.getByText('Look at these actions afterwards').waitFor();
    await shoot(page, 'replace-connection');
    expect(await checkAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Replace and disconnect' }).click();
    await page.getByText('Calendly is gone. Sales is used instead, by: Book a visit.').waitFor();
    await card.getByRole('button', { name: 'Disconnect Calendly' }).waitFor({ state: 'detached' });
    const changed = await owner.call(`GET`, `/api/v1/actions/${action.body.id}`);
    expect(changed.body).toMatchObject({ settings: { connectionId: second.body.id } });
    await owner.call('DELETE', `/api/v1/actions/${action.body.id}`);
    await page.reload();
    await card.getByRole('button', { name: 'Disconnect Sales' }).click();
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('Sales is disconnected.').waitFor();
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('connects Slack, whose address cannot be read afterwards', async () => {
    const { page, watch, close } = await open('/settings/integrations', { ignore: [/422/] });
    await page.getByRole('button', { name: 'Connect Slack' }).click();
    const dialog = page.getByRole('dialog');
    const address = dialog.getByRole('textbox', { name: 'Address of the webhook' });
    await address.fill('https://evil.example/services/T/B/abcdefgh');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await dialog.getByText('must be an address such as').waitFor();
    await address.fill('https://hooks.slack.com/services/T0/B0/abcdefgh12345678');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('region', { name: 'Slack' }).getByText('Connected', { exact: true }).waitFor();
    expect(await page.content()).not.toContain('abcdefgh12345678');
    expect(watch.faults).toEqual([]);
    await close();
  });
});

describe('an MCP server', () => {
  it('shows its tools, of which each is allowed by itself and begins turned off', async () => {
    const { page, watch, close } = await open('/settings/integrations');
    await page.getByRole('button', { name: 'Connect MCP' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address of the server').fill(mcp.url);
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    const card = page.getByRole('region', { name: 'MCP' });
    await card.getByText(/answered in \d+ ms/).waitFor();
    await card.getByRole('button', { name: 'Tools' }).click();
    await card.getByRole('button', { name: 'Allow Open a ticket' }).click();
    await page.getByText('Open a ticket is an action now').waitFor();
    await card.getByRole('link', { name: 'Open a ticket' }).first().waitFor();
    const { body } = await owner.call<{ items: { name: string; enabled: boolean }[] }>(
      'GET',
      `/api/v1/agents/${agent.id}/actions`,
    );
    expect(body.items).toMatchObject([{ name: 'Open a ticket', enabled: false }]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/mcp.png`, fullPage: true });
    expect(await checkAxe(page)).toEqual([]);
    expect(watch.faults).toEqual([]);
    await close();
  });
});

describe('when the server does not answer', () => {
  // One connection, and several parts beside each other; the gallery has all pages as they failed.
  it.each(['integrations', 'privacy'])('%s says so, and is there when it is tried again', async (name) => {
    const { page, close } = await open('/', { ignore: [/./] });
    await page.getByRole('heading', { level: 1 }).waitFor();
    let isDown = true;
    await page.route('**/api/v1/**', (route) =>
      isDown && !route.request().url().includes('/session') ? route.abort() : route.continue(),
    );
    await page.goto(`${house.url}/settings/${name}`);
    await page.getByText('This did not work').first().waitFor();
    expect(await checkAxe(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-error.png` });
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).evaluateAll((buttons) => {
      for (const button of buttons) (button as HTMLElement).click();
    });
    await page.getByText('This did not work').first().waitFor({ state: 'detached' });
    await close();
  });
});

describe('webhooks', () => {
  it('are made with a secret that is shown, tested, and their deliveries sent again', async () => {
    const { page, watch, close } = await open('/settings/webhooks');
    await page.getByText('No webhooks yet').waitFor();
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address').fill(`${api.url}/hook`);
    expect(await checkAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('whsec_').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText('Delivered', { exact: true }).first().waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('2 attempts').waitFor({ timeout: 20_000 });
    expect(await checkAxe(page)).toEqual([]);
    expect(watch.faults).toEqual([]);
    await close();
  });
});

describe('secrets', () => {
  it('are stored, changed without being shown, and deleted only when nothing uses them', async () => {
    const { page, watch, close } = await open('/settings/secrets', { ignore: [/409/, /422/] });
    await page.getByText('No secrets yet').waitFor();
    await page.getByRole('button', { name: 'Add a secret' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('shop_key');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('sk-live-1234567890');
    await dialog.getByLabel('Hosts it may go to').fill('https://api.openai.com/v1');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('must be a host such as').waitFor();
    await dialog.getByLabel('Hosts it may go to').fill('api.openai.com');
    expect(await checkAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('ends in 7890').waitFor();
    const used = await owner.call('PATCH', `/api/v1/agents/${agent.id}`, {
      model: { provider: 'openai', model: 'gpt-5-mini', secret: 'shop_key' },
    });
    expect(used.status, JSON.stringify(used.body)).toBe(200);
    const remove = (name: string) => page.getByRole('button', { name: `Delete ${name}` }).click();
    await owner.call('PUT', '/api/v1/secrets/new_key', {
      value: 'sk-live-2345678901',
      hosts: ['shop.example'],
    });
    // The page does not know yet that it is used.
    await remove('shop_key');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByText('Used by').waitFor();
    const other = dialog.getByLabel('Use another one instead');
    await other.selectOption('new_key');
    await dialog.getByRole('button', { name: 'Replace and delete' }).click();
    await dialog.getByText('is not for api.openai.com. Add that host to it first.').waitFor();
    await shoot(page, 'replace-secret');
    expect(await checkAxe(page)).toEqual([]);
    await owner.call('PUT', '/api/v1/secrets/new_key', { hosts: ['shop.example', 'api.openai.com'] });
    await dialog.getByRole('button', { name: 'Replace and delete' }).click();
    await page.getByText('shop_key is gone.').waitFor();
    const { body } = await owner.call('GET', `/api/v1/agents/${agent.id}`);
    expect(body).toMatchObject({ model: { secret: 'new_key' } });
    await owner.call('PATCH', `/api/v1/agents/${agent.id}`, { model: { provider: 'builtin' } });
    await page.reload();
    await remove('new_key');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('new_key is deleted.').waitFor();
    expect(watch.faults).toEqual([]);
    await close();
  });
});

describe('the model', () => {
  it('is explained, tested in plain words, and its key becomes a secret', async () => {
    const { page, watch, close } = await open('/settings/model', { ignore: [/422/] });
    await page.getByText('no key, no cost').waitFor();
    await page.getByRole('button', { name: 'Test' }).click();
    await page.getByText('It works').waitFor();
    await page.getByLabel('Provider').selectOption('openai-compatible');
    await page.getByRole('textbox', { name: 'Model', exact: true }).fill('made-up');
    await page.getByLabel('Address').fill('https://llm.example.com/v1');
    await page.getByRole('textbox', { name: 'New key' }).fill('sk-test-0987654321');
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The model is saved.').waitFor();
    const { body } = await owner.call<{ model: object }>('GET', `/api/v1/agents/${agent.id}`);
    expect(body.model).toMatchObject({ provider: 'openai-compatible', secret: 'openai_compatible_key' });
    expect((await owner.call('GET', '/api/v1/secrets/openai_compatible_key')).body).toMatchObject({
      hosts: ['llm.example.com'],
    });
    await page.getByLabel('US dollars a day').fill('5');
    await page.getByRole('button', { name: 'Save the limit' }).click();
    await page.getByText('The limit is saved.').waitFor();
    expect(watch.faults).toEqual([]);
    await close();
  });
});

describe('the widget', () => {
  it('is shown as it will be before it is saved, and nothing is sent', async () => {
    const { page, watch, close } = await open('/settings/widget');
    const preview = page.frameLocator('iframe[title="Preview of the widget"]');
    const panel = preview.frameLocator('iframe');
    await panel.getByText('Hello!').waitFor();
    await page.getByLabel('Greeting').fill('Good day from the preview');
    await page.getByLabel('Suggested questions').fill('Where is my parcel?');
    await page.getByLabel('Title', { exact: true }).fill('Nordlys help');
    await page.getByLabel('Colour', { exact: true }).fill('#ffdd00');
    await page.getByText('its text is black').waitFor();
    await panel.getByText('Good day from the preview').waitFor();
    await panel.getByRole('heading', { name: 'Nordlys help' }).waitFor();
    await panel.getByRole('button', { name: 'Where is my parcel?' }).click();
    const { rows } = await house.pool.query('select count(*)::int as count from conversations');
    expect(rows[0].count).toBe(0);
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The widget is saved.').waitFor();
    const { body } = await owner.call<Agent>('GET', `/api/v1/agents/${agent.id}`);
    expect(body).toMatchObject({
      greeting: 'Good day from the preview',
      widget: { color: '#ffdd00', title: 'Nordlys help', starters: ['Where is my parcel?'] },
    });
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('tells where its code was seen, and keeps an identity secret secret', async () => {
    await fetch(`${house.url}/widget.js?agent=${agent.id}`, {
      headers: { referer: 'https://shop.example/a' },
    });
    const { page, watch, close } = await open('/settings/widget');
    await page.getByText('Seen on shop.example within the last hour').waitFor();
    await page.getByText(`widget.js?agent=${agent.id}`).waitFor();
    await page.getByRole('button', { name: 'Make a secret' }).click();
    await page.getByText('bhi_').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Ends in').waitFor();
    expect(await page.content()).not.toContain('bhi_');
    expect(watch.faults).toEqual([]);
    await close();
  });
});

describe('privacy', () => {
  it('asks before data is kept for less time, and finds nobody who is not there', async () => {
    const { page, watch, close } = await open('/settings/privacy', { ignore: [/404/] });
    const days = page.getByLabel('What webhooks told, in days');
    await days.fill('3');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it for less time' }).click();
    await page.getByText('What is older is deleted').waitFor();
    await page.getByLabel('Which one').fill('nobody@example.com');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('region', { name: 'One person’s data' }).getByRole('alert').waitFor();
    const backups = page.getByRole('region', { name: 'Backups' });
    await backups.getByText('No backup was made yet.').waitFor();
    await house.pool.query(
      `insert into backups (id, file, state, started_at) values ('old', 'old.backup', 'done', now() - interval '40 days')`,
    );
    await page.reload();
    await backups.getByText('It stays only because it is the last').waitFor();
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/backup-too-old.png`, fullPage: true });
    expect(await checkAxe(page)).toEqual([]);
    expect(watch.faults).toEqual([]);
    await close();
  });

  it('shows the backups of the installation to nobody who only has a workspace of their own', async () => {
    const mona = await join(house, owner, 'mona@example.com', 'owner');
    await mona.call('POST', '/api/v1/workspaces', { name: 'Second' });
    const { page, watch, close } = await open('/settings/privacy', {}, mona);
    await page.getByRole('region', { name: 'One person’s data' }).waitFor();
    expect(await page.getByRole('region', { name: 'Backups' }).count()).toBe(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/privacy-elsewhere.png` });
    expect(watch.faults).toEqual([]);
    await close();
  });
});

describe('the audit log', () => {
  it('speaks the language of its reader, and says what is wrong with it', async () => {
    const { page, watch, close } = await open('/settings/audit-log', { locale: 'de-DE' });
    await page.getByText('Hat einen Agenten angelegt').first().waitFor();
    expect(await page.getByText('Make an agent').count()).toBe(0);
    await page.getByRole('button', { name: 'Protokoll prüfen' }).click();
    await page.getByText('Das Protokoll ist vollständig').waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/audit-whole.png` });
    const { pool } = house;
    await pool.query('alter table audit_log disable trigger user');
    await pool.query(`create table cut_off as select * from audit_log where seq > 3`);
    await pool.query('delete from audit_log where seq > 3');
    await page.getByRole('button', { name: 'Protokoll prüfen' }).click();
    await page.getByText('Ab Nummer 4 wurden Einträge am Ende abgeschnitten.').waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/audit-cut.png` });
    expect(await checkAxe(page)).toEqual([]);
    await pool.query('insert into audit_log table cut_off');
    expect(watch.faults).toEqual([]);
    await close();
  });
});

describe('a viewer', () => {
  it('sees what they may, and cannot change it', async () => {
    const { page, watch, close } = await open('/settings/widget', {}, viewer);
    await page.getByText('Your role may look at this').waitFor();
    expect(await page.getByLabel('Greeting').isDisabled()).toBe(true);
    expect(await page.getByRole('link', { name: 'Secrets' }).count()).toBe(0);
    expect(await page.getByText('Visitor identity').count()).toBe(0);
    await page.getByRole('link', { name: 'Integrations' }).click();
    await page.getByRole('heading', { level: 1, name: 'Integrations' }).waitFor();
    expect(await page.getByRole('button', { name: 'Connect Cal.com' }).isDisabled()).toBe(true);
    expect(await checkAxe(page)).toEqual([]);
    expect(watch.faults).toEqual([]);
    await close();
  });
});
