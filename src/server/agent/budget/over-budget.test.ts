import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FakeModel, startFakeModel } from '../../../../tests/harness/fake-model-server.ts';
import { Harness } from '../../../../tests/harness/harness.ts';
import type { Agent } from '../../../contract/agent.ts';
import { LEAVE_MESSAGE_TEXTS } from './leave-message-texts.ts';

let fake: FakeModel;
let server: Harness;

beforeAll(async () => {
  fake = await startFakeModel();
  server = await Harness.start({ egressAllow: fake.host });
});
afterAll(async () => {
  await server.close();
  await fake.close();
});
beforeEach(() => fake.follow({ say: ['From the model.'], usage: { input: 60, output: 40 } }));

const limit = (dailyTokens: number | null) =>
  server.api('PATCH', '/api/v1/workspace', { modelBudget: { dailyTokens } });
const agentOf = (more: Record<string, unknown> = {}): Promise<Agent> =>
  server.createAgent({
    model: { provider: 'openai-compatible', model: 'fake', baseUrl: fake.baseUrl, ...more },
  });
const addForm = (agent: Agent) =>
  server.createAction(agent.id, {
    kind: 'lead-form',
    name: 'Leave a message',
    guidance: { whenToUse: 'The visitor wants to leave a message.' },
    settings: {
      fields: [
        { name: 'email', type: 'email', label: 'E-mail', required: true },
        { name: 'message', type: 'message', label: 'Message', required: true },
      ],
      consent: 'We write to you about this only.',
      successMessage: 'Thank you, we have your message.',
      dismissMessage: 'All right.',
    },
  });

it('the turn that spends the last of the day is answered; the next one takes a message by the form', async () => {
  const agent = await agentOf();
  await addForm(agent);
  const { body: before } = await server.api<{ usageToday: { inputTokens: number; outputTokens: number } }>(
    'GET',
    '/api/v1/workspace',
  );
  await limit(before.usageToday.inputTokens + before.usageToday.outputTokens + 100);
  const visitor = await server.visit(agent.id);

  await visitor.ask('Is there a ferry to Bergen?');
  expect(fake.requests).toHaveLength(1);
  await visitor.ask('And on Sundays?');
  expect(fake.requests).toHaveLength(1);

  const entries = await visitor.list();
  expect(entries.map(({ text, card }) => text ?? card?.kind)).toEqual([
    'Is there a ferry to Bergen?',
    'From the model.',
    'And on Sundays?',
    LEAVE_MESSAGE_TEXTS.withForm.en,
    'lead-form',
  ]);
  const form = entries.at(-1)?.id ?? '';
  const submitted = await visitor.useCard(form, 'submit', { email: 'a@b.example', message: 'On Sundays?' });
  expect(submitted.status).toBe(200);
  const { body: leads } = await server.api<{ items: unknown[] }>('GET', '/api/v1/leads');
  expect(leads.items).toMatchObject([{ values: { email: 'a@b.example', message: 'On Sundays?' } }]);
});

it('without a form it asks for the message in the chat, in the language of the visitor', async () => {
  await limit(0);
  const visitor = await server.visit((await agentOf()).id);
  await visitor.ask('Ich möchte wissen, wann die nächste Fähre nach Bergen geht.');
  expect((await visitor.list()).at(-1)).toMatchObject({
    author: { type: 'agent' },
    text: LEAVE_MESSAGE_TEXTS.withoutForm.de,
  });
  expect(fake.requests).toEqual([]);
});

it('a fallback that costs nothing answers instead, and a higher limit brings the model back', async () => {
  await limit(0);
  const withFallback = await agentOf({ fallback: { provider: 'builtin' } });
  const visitor = await server.visit(withFallback.id);
  await visitor.ask('Hello');
  const texts = async () => (await visitor.list()).map(({ text }) => text);
  expect((await texts()).at(-1)).toMatch(/^(Hi|Hello)/);
  expect(fake.requests).toEqual([]);

  await limit(null);
  await visitor.ask('Is there a ferry to Bergen?');
  expect((await texts()).at(-1)).toBe('From the model.');
});
