import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Agent } from '../../src/contract/agent.ts';
import type { Lead } from '../../src/contract/lead.ts';
import { LEAVE_MESSAGE_TEXTS } from '../../src/server/agent/budget/leave-message-texts.ts';
import { type FakeModel, startFakeModel } from '../harness/fake-model-server.ts';
import { openStage, SCREENS, type Scene, type Stage } from './stage.ts';

/** What a visitor meets when the models' budget of the day is used up, and the day after. */
let fake: FakeModel;
let stage: Stage;
let agent: Agent;
let scene: Scene;

beforeAll(async () => {
  fake = await startFakeModel();
  stage = await openStage({ egressAllow: fake.host });
});
afterAll(async () => {
  await stage.close();
  await fake.close();
});
beforeEach(async () => {
  fake.follow({ say: ['The ferry goes at nine.'], usage: { input: 60, output: 40 } });
  await stage.house.pool.query('delete from model_usage');
  await stage.house.api('PATCH', '/api/v1/workspace', { modelBudget: { dailyTokens: 100 } });
  agent = await stage.house.createAgent({
    language: 'en',
    model: { provider: 'openai-compatible', model: 'fake', baseUrl: fake.baseUrl },
  });
  await stage.house.createAction(agent.id, {
    ...{
      kind: 'lead-form',
      name: 'Leave a message',
      guidance: { whenToUse: 'They want to leave a message.' },
    },
    settings: {
      fields: [
        { name: 'email', type: 'email', label: '', required: true },
        { name: 'message', type: 'message', label: '', required: true },
      ],
      successMessage: 'Thank you, we have your message.',
    },
  });
});
afterEach(() => scene.close());

/** Midnight by the database's clock: what was used is of the day before. */
async function nextDay(): Promise<void> {
  // What this process has counted is written first.
  await stage.house.api('GET', '/api/v1/workspace');
  await stage.house.pool.query('update model_usage set day = day - 1');
  // A change of the limits makes it read anew, as it does by itself every few seconds.
  await stage.house.api('PATCH', '/api/v1/workspace', { modelBudget: { dailyTokens: 100 } });
}

it.each([
  ['at a desk', SCREENS.desk, 'budget'],
  ['on a phone, in the dark', SCREENS.phone, 'budget-phone'],
])('a message is left by the form; the next day the model answers again: %s', async (_case, screen, shot) => {
  scene = await stage.enter(agent, screen);
  await scene.say('When does the ferry go?');
  await scene.see('The ferry goes at nine.');
  await scene.say('And on Sundays?');
  await scene.see(LEAVE_MESSAGE_TEXTS.withForm.en);
  const form = scene.card('Your contact details');
  await form.getByRole('textbox', { name: 'Email' }).fill('ada@example.com');
  await form.getByRole('textbox', { name: 'Message' }).fill('And on Sundays?');
  await scene.look(`${shot}-over`);
  expect(fake.requests).toHaveLength(1);
  await form.getByRole('button', { name: 'Send details' }).click();
  await scene.see('Thank you, we have your message.');
  await scene.look(`${shot}-left`);
  const { items } = (await stage.house.api<{ items: Lead[] }>('GET', '/api/v1/leads')).body;
  expect(items[0]?.values).toEqual({ email: 'ada@example.com', message: 'And on Sundays?' });
  await nextDay();
  await scene.say('Good morning! When does the ferry go?');
  await scene.panel.getByText('The ferry goes at nine.').nth(1).waitFor();
  expect(fake.requests).toHaveLength(2);
  await scene.look(`${shot}-next-day`);
});
