import { expect, it } from 'vitest';
import { scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import { ModelError, type ModelFault } from './model-error.ts';
import { withBreaker } from './with-breaker.ts';
import { wrapModel } from './wrap-model.ts';

/** A model that fails for as long as `fault` is set, on a clock that is set by hand. */
function build() {
  const state = { fault: 'failing' as ModelFault | null, now: 0, asked: 0 };
  const good = scriptedModel(() => [{ say: 'Hello.' }]);
  const model = wrapModel(good, (options) => {
    state.asked++;
    return state.fault ? Promise.reject(new ModelError(state.fault, 'no')) : good.doStream(options);
  });
  const guarded = withBreaker(model, 'test', () => state.now);
  const ask = () =>
    Promise.resolve(guarded.doStream({ prompt: [] })).then(
      () => 'ok',
      (error: ModelError) => error.reason,
    );
  return { state, ask };
}

it('a model that failed three times in a row rests for 30 seconds, then one question finds out', async () => {
  const { state, ask } = build();
  for (let failure = 0; failure < 3; failure++) expect(await ask()).toBe('failing');
  expect(await ask()).toBe('resting');
  state.now = 30_000;
  expect(await Promise.all([ask(), ask()])).toEqual(['failing', 'resting']);
  expect(state.asked).toBe(4);
  state.now = 60_000;
  state.fault = null;
  expect(await ask()).toBe('ok');
  expect(await Promise.all([ask(), ask()])).toEqual(['ok', 'ok']);
});

it('failures with answers between them do not count', async () => {
  const { state, ask } = build();
  for (let round = 0; round < 5; round++) {
    state.fault = 'too_slow';
    await ask();
    await ask();
    state.fault = null;
    expect(await ask()).toBe('ok');
  }
});

it('a wrong key is no rest: it may be mended at any moment', async () => {
  const { state, ask } = build();
  state.fault = 'wrong_key';
  for (let failure = 0; failure < 5; failure++) expect(await ask()).toBe('wrong_key');
});
