import { AISDKError, APICallError, InvalidResponseDataError } from '@ai-sdk/provider';
import type { Endpoint } from './find-endpoint.ts';
import { ModelError } from './model-error.ts';
import { readRetryAfter } from './read-retry-after.ts';
import { CutStreamError } from './with-checked-stream.ts';

const QUOTE_CHARS = 200;

interface ExplainOptions {
  endpoint: Endpoint;
  /** The provider's answer had begun when it failed. */
  began: boolean;
  redact(text: string): string;
}

/** Says in the owner's words why a model did not answer. Of what the provider wrote only one redacted line is kept. */
export function explainError(error: unknown, options: ExplainOptions): ModelError {
  const { endpoint, began } = options;
  const { name, host } = endpoint;
  if (error instanceof ModelError) return error;
  // The second is how one of the packages says that it saw no end.
  if (error instanceof CutStreamError || InvalidResponseDataError.isInstance(error)) {
    const message = began
      ? `${name} broke off its answer before the end. Try again; if it happens often, try another model.`
      : `${name} gave no answer that could be read. Check that the base URL is right and that it is a model’s.`;
    return new ModelError('bad_answer', message);
  }
  const answer = readAnswer(error);
  if (answer) return explainAnswer(answer, options);
  const blocked = findCause(error, ({ kind }) => kind === 'blocked');
  if (blocked) {
    const message = `Bellhop may not call ${host} (${blocked.reason}). The operator can permit it with EGRESS_ALLOW.`;
    return new ModelError('blocked', message);
  }
  const network = findCause(error, ({ kind, code }) => kind === 'network' || typeof code === 'string');
  if (network && began) return explainError(new CutStreamError(), options);
  if (network || APICallError.isInstance(error)) {
    const why = String(network?.reason ?? network?.code ?? 'no connection');
    const message = `${name} cannot be reached at ${host} (${why}). Check the address, and that it is running.`;
    return new ModelError('unreachable', message);
  }
  // What the packages throw carries the answer itself, and with it what others wrote; a fault of ours keeps its cause.
  const cause = AISDKError.isInstance(error) ? {} : { cause: error };
  return new ModelError(
    'bad_answer',
    `${name} answered in a way that could not be read. Try again, or another model.`,
    cause,
  );
}

/** A failure that the provider itself told us. */
interface Answer {
  status: number;
  /** Its words for people. */
  words: string;
  /** All that it wrote, to look for its words for programs. */
  all: string;
  retryAfterMs: number | undefined;
}

function readAnswer(error: unknown): Answer | null {
  if (APICallError.isInstance(error)) {
    if (error.statusCode === undefined || error.statusCode < 300) return null;
    return {
      status: error.statusCode,
      words: error.message,
      all: `${error.message} ${error.responseBody ?? ''}`,
      retryAfterMs: readRetryAfter(error.responseHeaders),
    };
  }
  if (error instanceof Error || error === null || error === undefined) return null;
  // A part of the stream that tells of an error, as the packages hand it on: an object of theirs, or the provider's own.
  const { message, statusCode, code } = typeof error === 'object' ? (error as Record<string, unknown>) : {};
  const words = typeof message === 'string' ? message : typeof error === 'string' ? error : '';
  const all = `${words} ${JSON.stringify(error)}`;
  const number = Number(statusCode ?? code);
  return {
    status: number >= 400 && number < 600 ? number : guessStatus(all),
    words,
    all,
    retryAfterMs: undefined,
  };
}

function guessStatus(text: string): number {
  return /rate.?limit|resource_exhausted/i.test(text) ? 429 : 500;
}

function explainAnswer({ status, words, all, retryAfterMs }: Answer, options: ExplainOptions): ModelError {
  const { name, host, modelId, key } = options.endpoint;
  const quote = quoteWords(options.redact(words));
  if (/insufficient_quota|credit balance|billing_hard_limit|BILLING_DISABLED/.test(all) || status === 402) {
    return new ModelError(
      'no_credit',
      `${name} says that the account has no credit left. Top it up with them.`,
    );
  }
  if (status === 401 || /API_KEY_INVALID|API key not valid/.test(all)) {
    return new ModelError('wrong_key', `${name} says that the key is wrong. ${keyStep(key)}`);
  }
  if (status === 403) {
    return new ModelError('wrong_key', `${name} does not permit this with the key${quote}. ${keyStep(key)}`);
  }
  if (status === 404) {
    return new ModelError(
      'no_model',
      `${name} knows no model “${modelId}”. Check its name, and the base URL if you gave one.`,
    );
  }
  if (status === 429) {
    const message = `${name} had too many requests from this account. Wait a little, or raise the limit with them.`;
    return new ModelError('rate_limited', message, { retryAfterMs });
  }
  if (status < 400) {
    const message = `${name} answered with a redirect, which is not followed. Give the final address as the base URL.`;
    return new ModelError('refused', message);
  }
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    const message = `${name} has a fault of its own at the moment (${status})${quote}. Try again later.`;
    return new ModelError('failing', message, { retryAfterMs });
  }
  return new ModelError(
    'refused',
    `${name} did not accept the request (${status}, ${host})${quote}. Check the model’s name and settings.`,
  );
}

function keyStep(key: Endpoint['key']): string {
  if (key.type === 'secret') return `Paste “${key.name}” again under Secrets.`;
  if (key.type === 'default') return `Check ${key.variable}, with which Bellhop was started.`;
  return 'Store the key under Secrets and choose it here.';
}

function quoteWords(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line === '') return '';
  return `: “${line.length > QUOTE_CHARS ? `${line.slice(0, QUOTE_CHARS)}…` : line}”`;
}

type Facts = { kind?: unknown; reason?: unknown; code?: unknown };

/** Looks through an error and its causes. */
function findCause(error: unknown, matches: (facts: Facts) => boolean): Facts | null {
  for (let one = error, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth++) {
    if (matches(one as Facts)) return one as Facts;
  }
  return null;
}
