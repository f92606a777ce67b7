import type { Call } from '../../src/contract/call.ts';
import { Harness } from '../harness/harness.ts';
import { type ScriptPart, scriptedModel } from '../harness/scripted-model.ts';
import { StubApi } from '../harness/stub-api.ts';
import type { VisitorClient } from '../harness/visitor-client.ts';

/** What the model does in a turn, step by step; then it says something harmless. */
export type Moves = ScriptPart[][];

const INPUTS: Record<string, { name: string; [key: string]: unknown }[]> = {
  look: [{ name: 'order_id', description: 'Order number' }],
  look_by_number: [{ name: 'order_id', type: 'integer', description: 'Order number' }],
  subscribe: [{ name: 'email', type: 'email' }],
  call_back: [{ name: 'phone', type: 'phone' }],
  deliver: [{ name: 'day', type: 'date', description: 'Delivery day' }],
  meet: [{ name: 'time', type: 'time' }],
  refund: [{ name: 'amount', type: 'number', description: 'Amount to refund' }],
  register: [{ name: 'full_name', description: 'Full name' }],
  ship: [{ name: 'method', type: 'enum', options: ['standard', 'express', 'pickup'] }],
  wrap: [{ name: 'gift_wrap', type: 'boolean' }],
  order: [{ name: 'quantity', type: 'integer' }],
  note: [{ name: 'message', description: 'What to pass on' }],
  move: [{ name: 'address', description: 'New address' }],
  link: [{ name: 'website', type: 'url' }],
  many: [{ name: 'order_ids', type: 'array', description: 'Order numbers' }],
};

/** A shop whose model does whatever the test says, and an API that keeps count of what reaches it. */
export async function openShop() {
  const stub = await StubApi.start();
  let moves: Moves = [];
  let step = 0;
  const told: unknown[] = [];
  const model = scriptedModel(({ prompt }) => {
    const last = prompt.at(-1);
    if (last?.role === 'tool')
      for (const part of last.content)
        if (part.type === 'tool-result' && part.output.type === 'json') told.push(part.output.value);
    return moves[step++] ?? [{ say: 'Well.' }];
  });
  const house = await Harness.start({ model, egressAllow: stub.host });
  const { id: agentId } = await house.createAgent({
    language: 'auto',
    instructions: 'Orders of ours are never 90017. Internal mail: owner@shop.example. Boss: Grace Hopper.',
  });
  await house.api('POST', '/api/v1/knowledge/sources', {
    agentId,
    type: 'faq',
    title: 'Help',
    items: [
      { question: 'How do I reach you?', answer: 'Write to help@shop.example or call +49 30 5550100.' },
    ],
  });
  for (const [name, inputs] of Object.entries(INPUTS)) {
    const isRead = name.startsWith('look');
    const body = Object.fromEntries(inputs.map((input) => [input.name, `{{${input.name}}}`]));
    await house.createAction(agentId, {
      kind: 'http',
      name,
      confirm: false,
      settings: {
        inputs,
        request: isRead
          ? { url: `${stub.url}/${name}/{{order_id}}` }
          : {
              method: 'POST',
              url: `${stub.url}/${name}`,
              body: { type: 'json', value: JSON.stringify(body) },
            },
        response: { fields: [{ path: '$.data', name: 'data' }] },
      },
    });
  }

  return {
    stub,
    house,
    agentId,
    /** What the model was told of its calls since it last was told what to do. */
    told,
    /** One turn: the visitor says it, and the model makes its moves. */
    async turn(visitor: VisitorClient, text: string, next: Moves = []): Promise<void> {
      moves = next;
      step = 0;
      told.length = 0;
      await visitor.ask(text);
    },
    /** What reached the API, decoded. */
    requests: () => stub.requests.map(({ path, body }) => `${decodeURIComponent(path)} ${body}`),
    async calls(visitor: VisitorClient): Promise<Call[]> {
      const { conversationId } = visitor.session;
      const { body } = await house.api<{ items: Call[] }>(
        'GET',
        `/api/v1/calls?conversationId=${conversationId}`,
      );
      return body.items;
    },
    async close() {
      await house.close();
      await stub.close();
    },
  };
}
