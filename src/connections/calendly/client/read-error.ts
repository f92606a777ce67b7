import { z } from 'zod';
import type { IncomingResponse } from '../../outgoing.ts';
import { CalendlyError } from './calendly-error.ts';

/** `{ title, message, details: [{ parameter, message, code? }] }`, where anything may be missing. */
const body = z
  .object({
    title: z.string(),
    message: z.string(),
    details: z.array(z.object({ parameter: z.string(), message: z.string(), code: z.string() }).partial()),
  })
  .partial();

const CODES: Record<number, string> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'already_exists',
  429: 'rate_limited',
};
const DEFAULT_PAUSE_SECONDS = 60;
const MAX_CHARS = 500;

/** What Calendly says went wrong. */
export function readError({ status, headers, text }: IncomingResponse, isWrite: boolean): CalendlyError {
  const { title, message, details = [] } = parse(text);
  const detail = details.find(({ code }) => code) ?? details[0];
  const words = [title, message, detail?.message].filter((part) => part !== undefined && part !== '');
  const said = [...new Set(words)].join(': ').slice(0, MAX_CHARS);
  const wait = Number(headers['x-ratelimit-reset'] ?? headers['retry-after'] ?? DEFAULT_PAUSE_SECONDS);
  return new CalendlyError(said ? `Calendly answered: ${said}` : `Calendly answered with status ${status}.`, {
    status,
    code: detail?.code ?? CODES[status] ?? (status >= 500 ? 'unavailable' : 'refused'),
    ...(status === 429
      ? { retryAfterMs: (Number.isFinite(wait) && wait >= 0 ? wait : DEFAULT_PAUSE_SECONDS) * 1_000 }
      : {}),
    // A server that broke may have broken after the deed.
    maybeDone: isWrite && status >= 500,
  });
}

function parse(text: string): z.infer<typeof body> {
  try {
    return body.parse(JSON.parse(text));
  } catch {
    // A proxy's page, or a shape that is new: the status says enough.
    return {};
  }
}
