import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Agent } from '../../src/contract/agent.ts';
import type { Lead } from '../../src/contract/lead.ts';
import { waitFor } from '../harness/wait-for.ts';
import { openStage, SCREENS, type Scene, type Stage } from './stage.ts';

/** A form that keeps what is typed, left half filled. */
let stage: Stage;
let agent: Agent;
let scene: Scene;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  agent = await stage.house.createAgent({ language: 'en' });
  await stage.house.createAction(agent.id, {
    ...{ kind: 'lead-form', name: 'Quote' },
    settings: {
      fields: [
        { name: 'name', type: 'name', label: '', required: true },
        { name: 'email', type: 'email', label: '', required: true },
        { name: 'message', type: 'message', label: '', required: false },
      ],
      consent: 'We use this to answer you.',
      keepPartial: true,
    },
  });
});
afterEach(() => scene.close());

const form = () => scene.card('Your contact details');
const field = (name: string | RegExp) => form().getByRole('textbox', { name });

async function openForm(options: Parameters<Stage['enter']>[1]): Promise<void> {
  scene = await stage.enter(agent, options);
  await scene.say('Can I have a quote?');
  await form().getByText('What you type is kept as you go.').waitFor();
}

async function leads(): Promise<Lead[]> {
  const conversationId = await scene.conversationId();
  const { items } = (await stage.house.api<{ items: Lead[] }>('GET', '/api/v1/leads')).body;
  return items.filter((lead) => lead.conversationId === conversationId);
}
/** Leaves the field, as the next one is gone to. */
async function type(name: string | RegExp, value: string): Promise<void> {
  await field(name).fill(value);
  await field(name).press('Tab');
}

it.each([
  ['at a desk', SCREENS.desk, 'half-filled'],
  ['on a phone, in the dark', SCREENS.phone, 'half-filled-phone'],
  ['on a narrow phone', SCREENS.narrow, 'half-filled-narrow'],
])(
  'is kept as partial, is there again after a reload, and becomes the lead: %s',
  async (_case, screen, shot) => {
    await openForm(screen);
    await type('Name', 'Ada Lovelace');
    await type('Email', 'ada@');
    await waitFor(async () => (await leads())[0]?.values.name === 'Ada Lovelace');
    expect(await leads()).toMatchObject([{ state: 'partial', values: { name: 'Ada Lovelace' } }]);
    await scene.reload();
    expect(await field('Name').inputValue()).toBe('Ada Lovelace');
    expect(await field('Email').inputValue()).toBe('ada@');
    await scene.look(shot);
    await type('Email', 'ada@example.com');
    await form().getByRole('button', { name: 'Send details' }).click();
    await scene.see('Thank you. We have your details and will get back to you.');
    expect(await leads()).toMatchObject([
      { state: 'complete', values: { name: 'Ada Lovelace', email: 'ada@example.com' } },
    ]);
    const remembered = await scene.panel.locator('body').evaluate(() => JSON.stringify({ ...localStorage }));
    expect(remembered).not.toContain('Ada');
  },
);

it('is put away with "Not now": the next one is empty', async () => {
  await openForm(SCREENS.phone);
  await type('Name', 'Ada');
  await form().getByRole('button', { name: 'Not now' }).press('Enter');
  await scene.see('All right. You can go on asking here.');
  await scene.look('half-filled-dismissed');
  await scene.reload();
  await scene.see('All right. You can go on asking here.');
  const remembered = await scene.panel.locator('body').evaluate(() => JSON.stringify({ ...localStorage }));
  expect(remembered).not.toContain('Ada');
});

it.each([
  ['the server answers 500', { status: 500, body: { error: { code: 'internal', message: 'no' } } }],
  ['there is no network', null],
])('keeps its words while %s, says so, and is sent once when it works again', async (_case, answer) => {
  await openForm({ ...SCREENS.desk, ignore: [/status of 500|ERR_FAILED/] });
  let isBroken = true;
  await scene.context.route('**/widget/v1/cards/**', (route) => {
    if (!isBroken) return route.continue();
    return answer ? route.fulfill({ status: answer.status, json: answer.body }) : route.abort();
  });
  await type('Name', 'Grace');
  await type('Email', 'grace@example.com');
  await type(/^Message/, 'Forty parkas');
  await form().getByRole('button', { name: 'Send details' }).click();
  await form().getByText('Your details were not sent. Please try again.').waitFor();
  await scene.look(`half-filled-${answer ? 'failed' : 'offline'}`);
  expect(await field(/^Message/).inputValue()).toBe('Forty parkas');
  expect(await leads()).toEqual([]);
  await scene.reload();
  expect(await field(/^Message/).inputValue()).toBe('Forty parkas');
  isBroken = false;
  await form().getByRole('button', { name: 'Send details' }).click();
  await scene.see('Thank you. We have your details and will get back to you.');
  expect(await leads()).toMatchObject([{ state: 'complete', values: { message: 'Forty parkas' } }]);
});
