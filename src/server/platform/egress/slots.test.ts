import { expect, it } from 'vitest';
import { EgressError } from './egress-error.ts';
import { Slots } from './slots.ts';

const forever = new AbortController().signal;

/** Asks for a slot, and notes when it comes. */
function ask(slots: Slots, owner: string, host: string, log: string[], name: string) {
  return slots.take(owner, host, forever).then((release) => {
    log.push(name);
    return release;
  });
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

it('a workspace has so many at a time, and so many of them to one host', async () => {
  const slots = new Slots({ perOwner: 3, perHost: 2 });
  const log: string[] = [];
  const names = ['a1', 'a2', 'a3', 'b1', 'b2'];
  const asked = names.map((name) => ask(slots, 'w', name.charAt(0), log, name));
  await settle();
  expect(log).toEqual(['a1', 'a2', 'b1']);
  (await asked[0])?.();
  await settle();
  expect(log).toEqual(['a1', 'a2', 'b1', 'a3']);
  (await asked[1])?.();
  await settle();
  expect(log).toEqual(['a1', 'a2', 'b1', 'a3', 'b2']);
});

it('one workspace does not wait for another', async () => {
  const slots = new Slots({ perOwner: 1, perHost: 1 });
  const log: string[] = [];
  const asked = ['v', 'w', 'v'].map((owner, index) => ask(slots, owner, 'a', log, `${owner}${index}`));
  await settle();
  expect(log).toEqual(['v0', 'w1']);
  (await asked[0])?.();
  await asked[2];
  expect(log).toEqual(['v0', 'w1', 'v2']);
});

it('as many as run at once, each gets its turn', async () => {
  const slots = new Slots();
  let running = 0;
  let most = 0;
  const work = async (host: string) => {
    const release = await slots.take('w', host, forever);
    most = Math.max(most, ++running);
    await settle();
    running -= 1;
    release();
  };
  await Promise.all(Array.from({ length: 500 }, (_, i) => work(`host-${i % 7}`)));
  expect([most, running]).toEqual([20, 0]);
});

it.each([
  [new EgressError('timeout'), 'busy'],
  [new EgressError('aborted'), 'aborted'],
])('who leaves the queue takes no turn (%s)', async (reason, told) => {
  const slots = new Slots({ perOwner: 1, perHost: 1 });
  const log: string[] = [];
  const first = ask(slots, 'w', 'a', log, 'first');
  const leaving = new AbortController();
  const left = slots.take('w', 'a', leaving.signal);
  const last = ask(slots, 'w', 'a', log, 'last');
  leaving.abort(reason);
  await expect(left).rejects.toMatchObject({ reason: told, maybeSent: false });
  (await first)();
  await last;
  expect(log).toEqual(['first', 'last']);
});
