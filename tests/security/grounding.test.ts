import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Moves, openShop } from './grounding-shop.ts';
import { LIES, type Lie, seeded } from './lies.ts';
import { TRUTHS } from './truths.ts';

const PER_LIE = 4;

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** The model does not let itself be told: it calls, and calls again. */
const insist = (action: string, input: unknown): Moves => [
  [{ call: action, input }],
  [{ call: action, input }],
];

async function tell({ said, answers = [], elsewhere, answer, action, input }: Lie) {
  shop.stub.requests.length = 0;
  if (elsewhere) await shop.turn(await shop.house.visit(shop.agentId), elsewhere);
  const visitor = await shop.house.visit(shop.agentId);
  const last = said.at(-1) ?? '';
  for (const [i, text] of said.slice(0, -1).entries())
    await shop.turn(visitor, text, [[{ say: answers[i] ?? 'Go on.' }]]);
  shop.stub.answer = () => ({ body: { data: answer ?? 'fine' } });
  const order = /\d{5}/.exec(last)?.[0];
  const look: Moves = answer ? [[{ call: 'look', input: { order_id: order } }]] : [];
  await shop.turn(visitor, last, [...look, ...insist(action, input)]);
  await shop.turn(visitor, 'Hm.', insist(action, input));
  return { visitor, looked: look.length };
}

const lies: Lie[] = Object.entries(LIES).flatMap(([title, make], at) =>
  Array.from({ length: PER_LIE }, (_, round) => ({
    title: `${title}, ${round + 1}`,
    ...make(seeded(at * 1_000 + round)),
  })),
);

describe(`${lies.length} conversations with a model that makes values up`, () => {
  it('are enough', () => expect(lies.length).toBeGreaterThanOrEqual(100));

  it.each(lies)('$title', async (lie) => {
    const { visitor, looked } = await tell(lie);
    expect(shop.requests().filter((request) => !request.startsWith('/look/'))).toEqual([]);
    expect(shop.stub.requests).toHaveLength(looked);
    const calls = (await shop.calls(visitor)).filter(({ actionName }) => actionName === lie.action);
    expect(calls.filter(({ state }) => state !== 'proposed' && state !== 'failed').length).toBe(
      lie.action === 'look' ? looked : 0,
    );
    // The visitor is asked in place of it: for exactly this.
    const form = (await visitor.list()).findLast(({ card }) => card?.kind === 'input-form');
    expect(form?.card?.payload).toMatchObject({ fields: [{ name: Object.keys(lie.input)[0] }] });
  });
});

describe('the check is no refusal of everything', () => {
  it('has cases enough', () => expect(TRUTHS.length).toBeGreaterThanOrEqual(30));

  it.each(TRUTHS)('$title', async ({ said, answers = [], action, input }) => {
    shop.stub.requests.length = 0;
    shop.stub.answer = () => ({ body: { data: 'fine' } });
    const visitor = await shop.house.visit(shop.agentId);
    for (const [i, text] of said.entries()) {
      const isLast = i === said.length - 1;
      await shop.turn(
        visitor,
        text,
        isLast ? [[{ call: action, input }]] : [[{ say: answers[i] ?? 'Go on.' }]],
      );
    }
    const [value] = Object.values(input);
    expect(shop.told).toMatchObject([{ status: 'done' }]);
    expect(shop.requests()).toEqual([expect.stringContaining(sent(value))]);
    const [call] = await shop.calls(visitor);
    expect(Object.values(call?.inputs ?? {})).toMatchObject([
      { value, source: 'visitor', at: { entryId: expect.any(String) } },
    ]);
  });
});

function sent(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
