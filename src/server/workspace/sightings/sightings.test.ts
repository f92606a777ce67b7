import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { waitFor } from '../../../../tests/harness/wait-for.ts';
import type { Sighting } from '../../../contract/widget/sighting.ts';

let house: Harness;
beforeAll(async () => {
  house = await Harness.start();
});
afterAll(() => house.close());

const load = (agentId: string, referer: string) =>
  fetch(`${house.url}/widget.js?agent=${agentId}`, { headers: { referer } });
const read = async (agentId: string) =>
  (await house.api<{ items: Sighting[] }>('GET', `/api/v1/agents/${agentId}/sightings`)).body.items;

it('knows the sites that load the widget, by their origin, and writes each down once an hour', async () => {
  const { id } = await house.createAgent();
  expect(await read(id)).toEqual([]);
  await load(id, 'https://shop.example/product?id=7');
  const [first] = await waitFor(async () => {
    const items = await read(id);
    return items.length > 0 && items;
  });
  expect(first).toMatchObject({ origin: 'https://shop.example' });
  await load(id, 'https://shop.example/other');
  await load(id, 'file:///home/somebody');
  await load(id, 'https://blog.example/');
  const both = await waitFor(async () => {
    const items = await read(id);
    return items.length > 1 && items;
  });
  expect(both.map(({ origin }) => origin)).toEqual(['https://blog.example', 'https://shop.example']);
  expect(both[1]).toEqual(first);
});

it('grows no further than fifty sites, whatever is named', async () => {
  const { id } = await house.createAgent();
  for (let index = 0; index < 55; index += 1) await load(id, `https://site-${index}.example/`);
  await waitFor(async () => (await read(id)).length === 50);
  await load(id, 'https://one-more.example/');
  await load(id, 'https://site-0.example/');
  const { rows } = await house.pool.query(
    'select count(*)::int as count from widget_sightings where agent_id = $1',
    [id],
  );
  expect(rows[0].count).toBe(50);
});
