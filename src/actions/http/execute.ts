import { type IncomingResponse, SendFailed } from '../../connections/outgoing.ts';
import { type CompiledRequest, compileRequest } from '../../template/compile-request.ts';
import { headersByName } from '../../template/headers-by-name.ts';
import { TemplateError } from '../../template/template-error.ts';
import type { JsonObject, SettingsOf } from '../define.ts';
import {
  type CallExecutor,
  type CallOutcome,
  type CallUse,
  InputInvalid,
  type SourcedValue,
} from '../define-call.ts';
import { http } from './action.ts';
import { failedToSend, judgeStatus } from './answer/judge-answer.ts';
import { mapResponse } from './answer/map-response.ts';
import { fillMessage } from './fill-message.ts';
import { listShown } from './list-shown.ts';
import { toPayload } from './to-payload.ts';

type Settings = SettingsOf<typeof http>;

/** Of an answer that the team gets to see. */
const SHOWN_CHARS = 4_000;
const MASK = () => '•••';

export const executeHttp: CallExecutor<Settings> = {
  plan(use) {
    const { settings } = use;
    const inputs = collectInputs(use);
    needIdentity(settings, inputs);
    // What cannot be sent is found before the visitor is asked to confirm it.
    if (!use.isPartial) guard(() => compile(settings).expand(valuesOf(inputs), MASK));
    const effect = http.effect?.(settings) ?? 'write';
    return {
      effect,
      repeatable: effect === 'read' || settings.retry.when === 'idempotent',
      attempts: settings.retry.attempts,
      inputs,
      shown: listShown(settings.inputs, (name) => inputs[name]?.value),
    };
  },

  preview({ settings, values }) {
    const { method, url, headers, body } = guard(() => compile(settings).expand(values, MASK));
    return { method, url, headers: headersByName(headers), body };
  },

  async perform({ settings, values }, port) {
    const compiled = compile(settings);
    const effect = http.effect?.(settings) ?? 'write';
    const secrets = await port.revealSecrets(compiled.secretNames, compiled.host);
    const request = guard(() => compiled.expand(values, (name) => secrets.get(name) ?? ''));
    const key: [string, string][] = effect === 'write' ? [['idempotency-key', port.idempotencyKey]] : [];
    const hasKey = request.headers.some(([name]) => name.toLowerCase() === 'idempotency-key');
    try {
      const response = await port.send({
        ...request,
        headers: hasKey ? request.headers : [...request.headers, ...key],
        hasSecret: secrets.size > 0,
        timeoutMs: Math.min(settings.timeoutMs, port.timeLeftMs),
      });
      return toOutcome(settings, values, effect, response);
    } catch (error) {
      if (!(error instanceof SendFailed)) throw error;
      return withWords(failedToSend(error, effect), settings, values);
    }
  },
};

function toOutcome(
  settings: Settings,
  values: JsonObject,
  effect: 'read' | 'write',
  response: IncomingResponse,
): CallOutcome {
  const { status, headers, ms } = response;
  const shown = { status, headers, ms, body: response.text.slice(0, SHOWN_CHARS).toWellFormed() };
  const judged = judgeStatus(response, effect);
  if (judged) return withWords({ ...judged, response: shown }, settings, values);
  const data = mapResponse(response.text, settings.response.fields);
  const say = fillMessage(settings.successMessage, { ...values, ...data });
  const card = settings.response.card;
  return {
    state: 'done',
    result: { status: 'done', ...(say ? { say } : {}), ...(Object.keys(data).length > 0 ? { data } : {}) },
    response: shown,
    retry: 'never',
    ...(card ? { card: { payload: { ...toPayload(card.title, data) } } } : {}),
  };
}

/** The owner's own words for a failure, where there are some. */
function withWords(outcome: CallOutcome, settings: Settings, values: JsonObject): CallOutcome {
  const say = outcome.state === 'failed' ? fillMessage(settings.failureMessage, values) : '';
  return say ? { ...outcome, result: { ...outcome.result, say } } : outcome;
}

function collectInputs(use: CallUse<Settings>): Record<string, SourcedValue> {
  const found: Record<string, SourcedValue> = {};
  for (const { name, source, default: fixed } of use.settings.inputs) {
    const value = readSource(use, name, source);
    if (value !== undefined && value !== null && value !== '') found[name] = { value, source };
    else if (fixed !== undefined) found[name] = { value: fixed, source: 'fixed' };
  }
  return found;
}

function readSource({ inputs, page, identity }: CallUse<Settings>, name: string, source: string): unknown {
  const [from, attribute = ''] = source.split(':');
  const place = from === 'page' ? page : from === 'identity' ? identity : inputs;
  const key = from === 'visitor' ? name : attribute;
  return Object.hasOwn(place, key) ? (place as JsonObject)[key] : undefined;
}

/** Who the visitor is nobody can be asked for: it takes a website that signs them in. */
function needIdentity({ inputs }: Settings, found: Record<string, SourcedValue>): void {
  const missing = inputs.find(
    ({ name, source, required }) => required && source.startsWith('identity:') && !found[name],
  );
  if (!missing) return;
  const attribute = missing.source.slice('identity:'.length);
  const message = `the visitor has to be signed in on the website, and their “${attribute}” known`;
  throw new InputInvalid([{ path: `values.${missing.name}`, code: 'missing_identity', message }]);
}

function valuesOf(inputs: Record<string, SourcedValue>): JsonObject {
  return Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value]));
}

function compile({ request, inputs }: Settings): CompiledRequest {
  return compileRequest(request, inputs);
}

function guard<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { path, code, message } = error;
    throw new InputInvalid([{ path, code, message }]);
  }
}
