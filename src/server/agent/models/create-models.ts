import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { ModelSetting, ModelTestResult, RemoteModel } from '../../../contract/model.ts';
import type { Log } from '../../platform/log.ts';
import { countUsage, type ModelUse } from '../budget/count-usage.ts';
import { checkModel } from '../check-model.ts';
import { explainError } from './explain-error.ts';
import { findEndpoint, type ModelDefaults } from './find-endpoint.ts';
import { keyedFetch } from './keyed-fetch.ts';
import { ModelError } from './model-error.ts';
import { openProvider } from './open-provider.ts';
import { testModel } from './test-model.ts';
import { withBreaker } from './with-breaker.ts';
import { withCheckedStream } from './with-checked-stream.ts';
import { withFallback } from './with-fallback.ts';
import { withPatience } from './with-patience.ts';
import { type RetryOptions, withRetries } from './with-retries.ts';
import { wrapModel } from './wrap-model.ts';

/** So much time is left to the fallback, of the seconds that a turn waits for its first word. */
const PATIENCE_MS = 8_000;
const MAX_WAIT_MS = 10_000;
const MAX_WAIT_BEFORE_FALLBACK_MS = 2_000;
const KEPT = 1_000;

export interface ModelsOptions {
  builtin: LanguageModelV4;
  /** The guarded way out for one address. */
  fetchFor(call: FetchCall): typeof globalThis.fetch;
  /** @throws AppError, whose public message says why the secret cannot be used with this host */
  revealSecret(workspaceId: string, name: string, host: string): Promise<string>;
  defaults: ModelDefaults;
  onUsage(use: ModelUse): void;
  log: Log;
  /** How the time before another try goes by; absent: it is waited for. */
  wait?: RetryOptions['wait'];
}

interface FetchCall {
  workspaceId: string;
  /** The operator set this address by OPENAI_BASE_URL, so it may be a private one. */
  isOperatorAddress: boolean;
  /** The requests carry a key. */
  hasSecret: boolean;
}

interface ModelOwner {
  id: string;
  workspaceId: string;
  model: ModelSetting;
}

export interface Models {
  /** The model that an agent asks, with its retries and its fallback. The same object for the same settings. */
  resolve(agent: ModelOwner): LanguageModelV4;
  /** The one that costs nothing, if the agent may be answered by it; for a workspace over its budget. */
  resolveFree(agent: ModelOwner): LanguageModelV4 | null;
  /** Before a setting is kept. @throws AppError `invalid` for a model that has no address, or no key that it could use */
  check(workspaceId: string, model: ModelSetting): Promise<void>;
  /** Asks a model once, without its fallback: does the key work, is the model there? */
  test(workspaceId: string, model: ModelSetting): Promise<ModelTestResult>;
}

/** The models behind agents' `model` settings. The built-in engine is one like any other. */
export function createModels(options: ModelsOptions): Models {
  const { builtin, log } = options;
  const known = new Map<string, LanguageModelV4>();

  const retried = (model: LanguageModelV4, maxWaitMs: number) =>
    withRetries(model, { maxWaitMs, ...(options.wait ? { wait: options.wait } : {}) });

  function build({ id, workspaceId, model }: ModelOwner): LanguageModelV4 {
    if (model.provider === 'builtin') return builtin;
    const { fallback, ...remote } = model;
    const first = openRemote(options, workspaceId, remote);
    if (!fallback) return retried(first, MAX_WAIT_MS);
    const second =
      fallback.provider === 'builtin'
        ? builtin
        : retried(openRemote(options, workspaceId, fallback), MAX_WAIT_BEFORE_FALLBACK_MS);
    const label = `${remote.provider}/${remote.model}`;
    const guarded = withBreaker(
      withPatience(retried(first, MAX_WAIT_BEFORE_FALLBACK_MS), PATIENCE_MS, label),
      label,
    );
    return withFallback(guarded, second, (error) => {
      const reason = error instanceof ModelError ? error.reason : 'unknown';
      log.warn({ err: error, reason, agentId: id }, 'a model failed, its fallback answers');
    });
  }

  return {
    resolve(agent) {
      // By agent: its breaker and its warnings are its own.
      const key = JSON.stringify([agent.id, agent.workspaceId, agent.model]);
      const found = known.get(key);
      if (found) return found;
      const model = build(agent);
      const oldest = known.size >= KEPT ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      known.set(key, model);
      return model;
    },
    resolveFree({ model }) {
      return model.provider === 'builtin' || model.fallback?.provider === 'builtin' ? builtin : null;
    },
    check: (workspaceId, model) => checkModel(options, workspaceId, model),
    test(workspaceId, model) {
      return testModel(model.provider === 'builtin' ? builtin : openRemote(options, workspaceId, model));
    },
  };
}

/** One model at its provider: guarded, typed and counted, asked once. A setting that cannot work fails when it is asked. */
function openRemote(options: ModelsOptions, workspaceId: string, setting: RemoteModel): LanguageModelV4 {
  let opened: Promise<LanguageModelV4> | undefined;
  return wrapModel({ provider: setting.provider, modelId: setting.model }, async (call) => {
    opened ??= openEndpoint(options, workspaceId, setting);
    return (await opened).doStream(call);
  });
}

async function openEndpoint(
  { fetchFor, revealSecret, defaults, onUsage }: ModelsOptions,
  workspaceId: string,
  setting: RemoteModel,
): Promise<LanguageModelV4> {
  const endpoint = findEndpoint(setting, defaults);
  const { isOperatorAddress, key } = endpoint;
  const { fetch, redact } = keyedFetch(
    endpoint,
    fetchFor({ workspaceId, isOperatorAddress, hasSecret: key.type !== 'none' }),
    (name, host) => revealSecret(workspaceId, name, host),
  );
  return withCheckedStream(await openProvider(endpoint, fetch), {
    explain: (error, began) => explainError(error, { endpoint, began, redact }),
    onEnd: (end) => onUsage(countUsage(workspaceId, setting, end)),
  });
}
