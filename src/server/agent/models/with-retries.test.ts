import { expect, it } from 'vitest';
import { ModelError } from './model-error.ts';
import { withRetries } from './with-retries.ts';
import { wrapModel } from './wrap-model.ts';

const facts = { provider: 'test', modelId: 'test' };

function failing(error: Error) {
  let asked = 0;
  const model = wrapModel(facts, () => {
    asked++;
    return Promise.reject(error);
  });
  return { model, asked: () => asked };
}

it('the pauses grow, and are spread over their whole length', async () => {
  for (const [random, expected] of [
    [0, [0, 0]],
    [0.5, [250, 500]],
    [1, [500, 1_000]],
  ] as const) {
    const waits: number[] = [];
    const { model, asked } = failing(new ModelError('failing', 'no'));
    const retried = withRetries(model, {
      maxWaitMs: 10_000,
      random: () => random,
      wait: async (milliseconds) => void waits.push(milliseconds),
    });
    await expect(retried.doStream({ prompt: [] })).rejects.toThrow('no');
    expect(waits).toEqual(expected);
    expect(asked()).toBe(3);
  }
});

it('what will not pass is not tried again, nor what is no failure of the model', async () => {
  for (const error of [
    new ModelError('wrong_key', 'no'),
    new ModelError('refused', 'no'),
    new TypeError('no'),
  ]) {
    const { model, asked } = failing(error);
    await expect(withRetries(model, { maxWaitMs: 10_000 }).doStream({ prompt: [] })).rejects.toBe(error);
    expect(asked()).toBe(1);
  }
});

it('a question that is withdrawn in a pause ends at once, with its reason', async () => {
  const abort = new AbortController();
  const reason = new Error('moved on');
  const { model, asked } = failing(new ModelError('failing', 'no', { retryAfterMs: 9_000 }));
  const asking = withRetries(model, { maxWaitMs: 10_000 }).doStream({
    prompt: [],
    abortSignal: abort.signal,
  });
  setImmediate(() => abort.abort(reason));
  await expect(asking).rejects.toBe(reason);
  expect(asked()).toBe(1);
});
