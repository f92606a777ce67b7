import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CalendlyStandIn } from '../../demo/stand-ins/calendly/calendly-stand-in.ts';
import { noFaults } from '../../demo/stand-ins/calendly/faults.ts';
import { McpStandIn } from '../../demo/stand-ins/mcp/mcp-stand-in.ts';
import { kinds } from '../../src/actions/index.ts';
import type { Tool } from '../../src/contract/connections/tool.ts';
import { type RunningCal, startCal } from '../harness/start-cal.ts';
import { StubApi } from '../harness/stub-api.ts';
import { openStage, SCREENS, type Scene, type Stage } from './stage.ts';

/** Every kind on a phone: offered, used, refused by the visitor, and failing; each seen at 390 and at 320 pixels. */
let stage: Stage;
let api: StubApi;
let cal: RunningCal;
let calendly: CalendlyStandIn;
let server: McpStandIn;
let scene: Scene;

beforeAll(async () => {
  [api, cal, calendly, server] = await Promise.all([
    StubApi.start(),
    startCal(),
    CalendlyStandIn.start(),
    McpStandIn.start(),
  ]);
  calendly.account.plan = 'enterprise';
  stage = await openStage({
    egressAllow: [api, cal, calendly, server].map(({ host }) => host).join(),
    connectionAddresses: { calendly: { api: calendly.url, auth: calendly.url } },
  });
});
afterAll(async () => {
  await stage.close();
  await Promise.all([api, cal, calendly, server].map((one) => one.close()));
});
beforeEach(() => {
  api.answer = () => ({ body: { ok: true } });
  server.fault = null;
  cal.cal.faults.tooMany = 0;
  Object.assign(calendly.faults, noFaults());
  stage.inputs = {};
});
afterEach(() => scene.close());

/** A site's visitor asks for what an agent with this one action can do. */
async function ask(kind: string, settings: object, ignore: RegExp[] = []): Promise<void> {
  const agent = await stage.house.createAgent({ language: 'en' });
  await stage.house.createAction(agent.id, { kind, name: 'Change my address', settings });
  scene = await stage.enter(agent, { ...SCREENS.phone, ignore });
  await scene.say('Please use Bryggen 5 in Bergen');
}

/** At both widths. */
async function look(name: string): Promise<void> {
  await scene.look(`kind-${name}`);
  await scene.page.setViewportSize(SCREENS.narrow.viewport);
  await scene.look(`kind-${name}-narrow`);
  await scene.page.setViewportSize(SCREENS.phone.viewport);
}

/** What the widget asks for its cards fails in the server. */
const breakCards = () =>
  scene.context.route('**/widget/v1/cards/**', (route) =>
    route.fulfill({ status: 500, json: { error: { code: 'internal', message: 'no' } } }),
  );
const press = (name: string | RegExp) => scene.panel.getByRole('button', { name }).click();

describe('button', () => {
  const offer = (ignore?: RegExp[]) => ask('button', { text: 'See the map', url: `${api.url}/map` }, ignore);
  const link = () => scene.panel.getByRole('link', { name: /See the map/ });
  const follow = async () => {
    const [opened] = await Promise.all([scene.context.waitForEvent('page'), link().click()]);
    expect(opened.url()).toBe(`${api.url}/map`);
    await opened.close();
  };

  it('is offered, and used; nobody has to use it, so there is nothing to refuse', async () => {
    await offer();
    await link().waitFor();
    await look('button-offered');
    await follow();
    await scene.panel.getByText('Opened').waitFor();
    await look('button-used');
  });
  it('leads on when the server fails: only the record of it is lost', async () => {
    await offer([/status of 500/]);
    await breakCards();
    await follow();
    await look('button-failing');
  });
});

describe('lead-form', () => {
  const settings = { fields: [{ name: 'email', type: 'email', label: '', required: true }] };
  const fill = () => scene.panel.getByRole('textbox', { name: 'Email' }).fill('ada@example.com');

  it('is offered, and used', async () => {
    await ask('lead-form', settings);
    await fill();
    await look('lead-form-offered');
    await press('Send details');
    await scene.see('Thank you. We have your details and will get back to you.');
    await look('lead-form-used');
  });
  it('is put away', async () => {
    await ask('lead-form', settings);
    await press('Not now');
    await scene.see('All right. You can go on asking here.');
    await look('lead-form-refused');
  });
  it('says when it failed, and keeps the words', async () => {
    await ask('lead-form', settings, [/status of 500/]);
    await fill();
    await breakCards();
    await press('Send details');
    await scene.see('Your details were not sent. Please try again.');
    await look('lead-form-failing');
  });
});

describe.each([
  [
    'cal',
    () => ({ link: `${cal.origin}/fjell/fitting` }),
    (times: number) => Object.assign(cal.cal.faults, { tooMany: times, tooManyAt: 'POST /bookings' }),
  ],
  ['calendly', connectCalendly, (times: number) => Object.assign(calendly.faults, { failNext: times })],
] as const)('%s', (kind, settingsOf, fail) => {
  const pick = async () => {
    await ask(kind, await settingsOf());
    await scene.card('Pick a time').locator('.time').nth(3).click();
    await scene.panel.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await scene.panel.getByRole('textbox', { name: 'Email' }).fill('ada@example.com');
  };

  it('is offered, and used', async () => {
    await ask(kind, await settingsOf());
    await scene.card('Pick a time').locator('.time').first().waitFor();
    await look(`${kind}-offered`);
    await scene.close();
    await pick();
    await press(/^Book /);
    await scene.see(/^Booked: /);
    await look(`${kind}-used`);
  });
  it('is left alone: the conversation goes on beside it', async () => {
    await ask(kind, await settingsOf());
    await scene.card('Pick a time').locator('.time').first().waitFor();
    await scene.say('Just tell me something else');
    await scene.see('There is nothing here for that.');
    await look(`${kind}-refused`);
  });
  it('says that nothing was booked, and keeps what was chosen', async () => {
    await pick();
    fail(20);
    await press(/^Book /);
    await scene.see(/Nothing was booked/);
    await look(`${kind}-failing`);
    fail(0);
    await press(/^Book /);
    await scene.see(/^Booked: /);
  });
});

describe('stop-auto-reply', () => {
  it('is used at once, has no card to refuse, and asks nothing that could fail', async () => {
    stage.inputs = { reason: 'They ask for a person.' };
    await ask('stop-auto-reply', { message: 'A colleague will be right with you.' });
    await scene.see('A colleague will be right with you.');
    await scene.panel.getByText('A person will answer here').waitFor();
    await look('stop-auto-reply-used');
  });
});

describe.each([
  [
    'http',
    () => httpSettings(),
    { place: 'Bryggen 5' },
    () => Object.assign(api, { answer: () => ({ status: 400 }) }),
  ],
  [
    'mcp',
    allowTool,
    { subject: 'Bryggen 5' },
    () => Object.assign(server, { fault: { message: 'initialize', when: 'before', does: { status: 503 } } }),
  ],
] as const)('%s', (kind, settingsOf, inputs, fail) => {
  const offer = async () => {
    stage.inputs = inputs;
    await ask(kind, await settingsOf());
    await scene.card('Change my address').getByText('Bryggen 5').waitFor();
  };

  it('is offered with its values, confirmed, and used', async () => {
    await offer();
    await look(`${kind}-offered`);
    await press('Confirm');
    await scene.see('Here is what I found.');
    await look(`${kind}-used`);
  });
  it('is not used when the visitor declines', async () => {
    await offer();
    await press('Cancel');
    await scene.see('Cancelled. Nothing was sent.');
    await look(`${kind}-refused`);
  });
  it('says so when it failed', async () => {
    await offer();
    fail();
    await press('Confirm');
    await scene.see('That did not work, I am sorry.');
    await look(`${kind}-failing`);
  });
});

it('no kind is missing here', () => {
  scene = { close: async () => undefined } as Scene;
  const walked = ['button', 'cal', 'calendly', 'http', 'lead-form', 'mcp', 'stop-auto-reply'];
  expect(Object.keys(kinds).sort()).toEqual(walked);
});

function httpSettings(): object {
  return {
    inputs: [{ name: 'place', type: 'string', description: 'New address', required: true }],
    request: {
      ...{ method: 'PUT', url: `${api.url}/address` },
      body: { type: 'json', value: '{ "place": "{{place}}" }' },
    },
  };
}

async function connect(connection: object): Promise<string> {
  return (await stage.house.api<{ id: string }>('POST', '/api/v1/connections', connection)).body.id;
}

async function connectCalendly(): Promise<object> {
  const [type] = calendly.account.eventTypes;
  const token = calendly.authorization.newPersonalToken();
  return {
    ...{ connectionId: await connect({ kind: 'calendly', credentials: { token } }), inChat: true },
    ...{ eventTypeUri: type?.uri, schedulingUrl: type?.scheduling_url },
  };
}

async function allowTool(): Promise<object> {
  const id = await connect({ kind: 'mcp', name: 'Help desk', settings: { url: server.url } });
  const { body } = await stage.house.api<{ items: Tool[] }>('GET', `/api/v1/connections/${id}/tools`);
  return body.items.find(({ name }) => name === 'open_ticket')?.settings ?? {};
}
