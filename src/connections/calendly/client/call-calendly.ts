import type { ZodType } from 'zod';
import type { ConnectionPort } from '../../define.ts';
import { SendFailed } from '../../outgoing.ts';
import { CalendlyError } from './calendly-error.ts';
import { readError } from './read-error.ts';

/** What the client needs of a connection. */
export type CalendlyPort = Pick<ConnectionPort<unknown, { api: string; auth: string }>, 'send' | 'addresses'>;

interface CalendlyCall<Answer> {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below the API's address. */
  path: string;
  query?: Record<string, string | undefined>;
  body?: object;
  answer: ZodType<Answer>;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/** One request to Calendly's API, and its answer, checked. @throws CalendlyError */
export async function callCalendly<Answer>(
  { send, addresses }: CalendlyPort,
  { method, path, query = {}, body, answer, timeoutMs = TIMEOUT_MS }: CalendlyCall<Answer>,
): Promise<Answer> {
  const isWrite = method !== 'GET';
  const url = new URL(`${addresses.api}${path}`);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  const response = await send({
    method,
    url: url.href,
    headers: [['accept', 'application/json'], ...(body ? [JSON_BODY] : [])],
    body: body ? JSON.stringify(body) : null,
    secretHeaders: [],
    hasSecret: true,
    timeoutMs,
  }).catch((error) => {
    throw error instanceof SendFailed ? explain(error, isWrite) : error;
  });
  if (response.status >= 300) throw readError(response, isWrite);
  const parsed = answer.safeParse(response.text === '' ? null : readJson(response.text));
  if (parsed.success) return parsed.data;
  throw new CalendlyError('Calendly answered in a way that is not known here.', {
    status: null,
    code: 'unreadable',
    maybeDone: isWrite,
    cause: parsed.error,
  });
}

const JSON_BODY: [string, string] = ['content-type', 'application/json'];

function explain(error: SendFailed, isWrite: boolean): CalendlyError {
  const message =
    error.reason === 'reconnect' ? error.message : `Calendly could not be reached. ${error.message}`;
  return new CalendlyError(message, {
    status: null,
    code: error.reason,
    maybeDone: isWrite && error.maybeSent,
    cause: error,
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
