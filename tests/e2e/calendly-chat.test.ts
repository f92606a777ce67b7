import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { EventType } from '../../demo/stand-ins/calendly/account.ts';
import { CalendlyStandIn } from '../../demo/stand-ins/calendly/calendly-stand-in.ts';
import { noFaults } from '../../demo/stand-ins/calendly/faults.ts';
import type { Booking } from '../../src/contract/actions/booking.ts';
import type { Agent } from '../../src/contract/agent.ts';
import { openStage, SCREENS, type Scene, type Stage } from './stage.ts';

/** Free times of Calendly in the chat, booked by its API; the one that stands in for it is on another origin. */
let calendly: CalendlyStandIn;
let type: EventType;
let stage: Stage;
let inChat: Agent;
let onPage: Agent;
let scene: Scene;

beforeAll(async () => {
  calendly = await CalendlyStandIn.start();
  type = calendly.account.eventTypes[0] as EventType;
  stage = await openStage({
    egressAllow: calendly.host,
    connectionAddresses: { calendly: { api: calendly.url, auth: calendly.url } },
  });
  const { body: connection } = await stage.house.api<{ id: string }>('POST', '/api/v1/connections', {
    ...{ kind: 'calendly', credentials: { token: calendly.authorization.newPersonalToken() } },
  });
  const offer = async (settings: object) => {
    const agent = await stage.house.createAgent({ language: 'en' });
    await stage.house.createAction(agent.id, {
      ...{ kind: 'calendly', name: 'Advice' },
      settings: {
        ...{ connectionId: connection.id, eventTypeUri: type.uri, schedulingUrl: type.scheduling_url },
        ...settings,
      },
    });
    return agent;
  };
  inChat = await offer({ inChat: true });
  onPage = await offer({});
});
afterAll(async () => {
  await stage.close();
  await calendly.close();
});
beforeEach(() => {
  Object.assign(calendly.faults, noFaults());
  Object.assign(calendly.account, { plan: 'enterprise', refusesFrames: false });
});
afterEach(() => scene.close());

const card = () => scene.card('Pick a time');
const times = () => card().locator('.time');

async function ask(agent: Agent, options: Parameters<Stage['enter']>[1]): Promise<void> {
  scene = await stage.enter(agent, options);
  await scene.say('I would like some advice');
}

/** Picks the nth time and says who comes. @returns the time, as it stands there */
async function pick(nth: number): Promise<string> {
  const time = (await times().nth(nth).textContent()) ?? '';
  await times().nth(nth).click();
  await card().getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await card().getByRole('textbox', { name: 'Email' }).fill('ada@example.com');
  return time;
}
const book = () => card().getByRole('button', { name: /^Book / });
const bookings = async () => {
  const path = `/api/v1/bookings?conversationId=${await scene.conversationId()}`;
  return (await stage.house.api<{ items: Booking[] }>('GET', path)).body.items;
};

it.each([
  ['at a desk', SCREENS.desk, 'calendly-chat'],
  ['on a phone, in the dark', SCREENS.phone, 'calendly-chat-phone'],
  ['on a narrow phone', SCREENS.narrow, 'calendly-chat-narrow'],
])('a free time is picked and booked in the chat: %s', async (_case, screen, shot) => {
  await ask(inChat, screen);
  await times().first().waitFor();
  expect(await card().getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Europe/Berlin');
  expect(await card().locator('iframe').count()).toBe(0);
  await scene.look(`${shot}-times`);
  const time = await pick(2);
  await scene.look(`${shot}-form`);
  await book().dblclick();
  await scene.see(new RegExp(`^Booked: ${time}, .*Europe/Berlin`));
  await scene.look(`${shot}-booked`);
  expect(await bookings()).toMatchObject([
    { provider: 'calendly', state: 'booked', timeZone: 'Europe/Berlin' },
  ]);
  await scene.reload();
  await scene.see(/^Booked: /);
});

it('a time that somebody takes meanwhile is said, and gives way to fresh ones', async () => {
  await ask(inChat, SCREENS.phone);
  await times().first().waitFor();
  const shown = (await scene.entries()).findLast((entry) => entry.card)?.card?.payload;
  const [startTime = ''] = (shown?.slots ?? []) as string[];
  await pick(0);
  calendly.account.book(type, { ...{ email: 'b@example.com', name: 'B', timezone: 'UTC', startTime } });
  await book().click();
  await card().getByText('Somebody else has just taken that time. Please pick another one.').waitFor();
  await scene.look('calendly-chat-taken');
  expect(await bookings()).toEqual([]);
  await pick(0);
  await book().click();
  await scene.see(/^Booked: /);
});

it('when its API fails the visitor is told that nothing was booked, and may try again', async () => {
  await ask(inChat, SCREENS.desk);
  await times().first().waitFor();
  await card().getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Kathmandu');
  const time = await pick(4);
  calendly.faults.failNext = 20;
  await book().click();
  await card().getByRole('alert').waitFor();
  await scene.look('calendly-chat-failed');
  expect(await bookings()).toEqual([]);
  expect(await card().getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ada Lovelace');
  calendly.faults.failNext = 0;
  await book().click();
  await scene.see(new RegExp(`^Booked: ${time}, .*Asia/(Kathmandu|Katmandu)`));
});

it('when its API fails before there are times, its own page is shown', async () => {
  calendly.faults.failNext = 20;
  await ask(inChat, SCREENS.desk);
  await scene.panel.frameLocator('iframe.embed').getByRole('heading', { name: type.name }).waitFor();
  await scene.look('calendly-chat-no-times');
});

it('a plan that does not book by API shows its page instead, and says why', async () => {
  calendly.account.plan = 'free';
  await ask(inChat, SCREENS.phone);
  await times().first().waitFor();
  await pick(6);
  await book().click();
  await card().getByText('This meeting can only be booked on its own page.').waitFor();
  await scene.panel.frameLocator('iframe.embed').getByRole('heading', { name: type.name }).waitFor();
  await scene.look('calendly-chat-free-plan');
});

it.each([
  ['at a desk', SCREENS.desk, 'calendly-refused'],
  ['on a phone, in the dark', SCREENS.phone, 'calendly-refused-phone'],
])('where its page refuses to be framed, a link is left: %s', async (_case, screen, shot) => {
  calendly.account.refusesFrames = true;
  await ask(onPage, { ...screen, ignore: [/frame-ancestors|ERR_BLOCKED_BY_(RESPONSE|CSP)/] });
  await card().getByText('The booking page cannot be shown here. It opens in a new tab.').waitFor();
  expect(await card().locator('iframe').count()).toBe(0);
  const link = card().getByRole('link', { name: 'Open in a new tab' });
  expect(await link.getAttribute('href')).toContain(type.scheduling_url);
  await scene.look(shot);
  const [opened] = await Promise.all([scene.context.waitForEvent('page'), link.click()]);
  await opened.getByRole('heading', { name: type.name }).waitFor();
});
