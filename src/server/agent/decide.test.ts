import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import type { Decision } from '../../contract/actions/decision.ts';

/** With the built-in engine: what an owner gets who asks "what would it do?". */
let house: Harness;
let agentId: string;

beforeAll(async () => {
  house = await Harness.start();
  agentId = (await house.createAgent({ language: 'en' })).id;
  await house.createAction(agentId, {
    kind: 'button',
    name: 'See prices',
    guidance: { whenToUse: 'Use when the visitor asks about prices or plans.' },
    settings: { text: 'Prices', url: 'https://shop.example/prices' },
  });
  await house.createAction(agentId, {
    kind: 'stop-auto-reply',
    name: 'Talk to a person',
    guidance: { whenToUse: 'Use when the visitor asks for a human, a person or an employee.' },
    settings: { message: 'A colleague will answer.' },
  });
  await house.api('POST', '/api/v1/knowledge/sources', {
    ...{ agentId, type: 'faq', title: 'Shipping' },
    items: [{ question: 'How long does shipping take?', answer: 'Two to four working days.' }],
  });
});
afterAll(() => house.close());

async function decide(...messages: [author: string, text: string][]): Promise<Decision> {
  const body = { messages: messages.map(([author, text]) => ({ author, text })) };
  const answer = await house.api<Decision>('POST', `/api/v1/agents/${agentId}/decide`, body);
  expect(answer.status).toBe(200);
  return answer.body;
}

describe('a decision', () => {
  it('names the action, with its inputs and the reasons', async () => {
    const decision = await decide(['visitor', 'Can I talk to a real person?']);
    expect(decision).toMatchObject({ action: 'Talk to a person', missing: [] });
    expect(decision.inputs).toEqual({ reason: 'Can I talk to a real person?' });
    expect(decision.reasons).toMatchObject([
      {
        code: 'fits',
        values: { action: 'Talk to a person' },
        text: expect.stringContaining('“Talk to a person” fits'),
      },
    ]);
  });

  it('answers from knowledge where no action fits', async () => {
    const decision = await decide(['visitor', 'How many days does the shipping take?']);
    expect(decision).toMatchObject({ action: null, inputs: {} });
    expect(decision.reply).toContain('Two to four working days');
  });

  it('takes the yes after an offer as the action', async () => {
    const decision = await decide(
      ['visitor', 'hmm, not sure'],
      ['agent', 'Shall I help you with “See prices”?'],
      ['visitor', 'yes please'],
    );
    expect(decision.action).toBe('See prices');
  });

  it('leaves out what is not available, and says why', async () => {
    const { id } = await house.createAgent({ language: 'en' });
    const office = { timeZone: 'Europe/Berlin', weekly: { mon: [{ from: '09:00', to: '17:00' }] } };
    await house.createAction(id, {
      ...{ kind: 'button', name: 'Call us', settings: { text: 'Call', url: 'tel:+49301234567' } },
      guidance: { whenToUse: 'Use when the visitor wants to call or phone you.' },
      availability: { pages: ['/contact'], languages: ['en'], hours: office, identifiedOnly: true },
    });
    const ask = {
      messages: [{ author: 'visitor', text: 'Can I phone you?' }],
      page: { url: 'https://shop.example/contact', language: 'en-GB' },
      visitor: { verified: true },
      at: '2026-07-06T08:00:00Z',
    };
    const path = `/api/v1/agents/${id}/decide`;
    expect((await house.api('POST', path, ask)).body).toMatchObject({ action: 'Call us' });
    for (const [change, reason] of [
      [
        { at: '2026-07-06T15:00:00Z' },
        { code: 'outside-hours', values: { day: 'mon', time: '17:00', timeZone: 'Europe/Berlin' } },
      ],
      [
        { visitor: { verified: false } },
        { code: 'identified-only', text: 'it is for identified visitors only' },
      ],
      [
        { page: { url: 'https://shop.example/', language: 'en' } },
        { code: 'other-page', values: { page: 'https://shop.example/', pages: '/contact' } },
      ],
    ] as const) {
      const { body } = await house.api<Decision>('POST', path, { ...ask, ...change });
      expect(body.action).toBeNull();
      expect(body.absent).toMatchObject([{ name: 'Call us', reasons: [reason] }]);
    }
  });

  it('does nothing: no conversation, no entry, no mute', async () => {
    await decide(['visitor', 'I want a human']);
    const { rows } = await house.pool.query(
      'select (select count(*) from conversations) as conversations, (select count(*) from entries) as entries',
    );
    expect(rows).toEqual([{ conversations: '0', entries: '0' }]);
  });

  it('without a message, or of an agent that is not there, is refused', async () => {
    const path = `/api/v1/agents/${agentId}/decide`;
    expect((await house.api('POST', path, { messages: [] })).status).toBe(422);
    const ask = { messages: [{ author: 'visitor', text: 'hi' }] };
    expect((await house.api('POST', '/api/v1/agents/nobody/decide', ask)).status).toBe(404);
  });
});
