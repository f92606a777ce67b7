import { expect, it } from 'vitest';
import { startFakeModel } from '../../../../tests/harness/fake-model-server.ts';
import { scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import { createLog } from '../../platform/log.ts';
import type { ModelUse } from '../budget/count-usage.ts';
import { createModels } from './create-models.ts';
import type { ModelError } from './model-error.ts';
import { withPatience } from './with-patience.ts';

it('a model that stalls before its first word is given up, its connection too, and is counted', async () => {
  const fake = await startFakeModel({ say: [], ends: 'stall' });
  const uses: ModelUse[] = [];
  const models = createModels({
    builtin: scriptedModel(() => []),
    fetchFor: () => fetch,
    revealSecret: async () => 'key',
    defaults: {
      openaiKey: undefined,
      anthropicKey: undefined,
      googleKey: undefined,
      openaiBaseUrl: undefined,
    },
    onUsage: (use) => uses.push(use),
    log: createLog('silent'),
  });
  const model = models.resolve({
    id: 'agent',
    workspaceId: 'space',
    model: { provider: 'openai-compatible', model: 'fake', baseUrl: fake.baseUrl },
  });
  const error = await Promise.resolve(withPatience(model, 100, 'The model').doStream({ prompt: [] })).then(
    () => null,
    (thrown: ModelError) => thrown,
  );
  expect(error?.reason).toBe('too_slow');
  expect(uses).toHaveLength(1);
  await expect.poll(fake.open).toBe(0);
  await fake.close();
});

it('a model that has begun in time may take its time', async () => {
  const model = scriptedModel(() => [{ say: 'Hello.' }, { waitMs: 60 }, { say: ' There.' }]);
  const { stream } = await withPatience(model, 30, 'The model').doStream({ prompt: [] });
  let text = '';
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read())
    if (read.value.type === 'text-delta') text += read.value.delta;
  expect(text).toBe('Hello. There.');
});
