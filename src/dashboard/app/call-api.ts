import type { ErrorBody } from '../../contract/errors.ts';
import { ApiError } from './api-error.ts';
import { announceSignedOut } from './signed-out.ts';

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Goes into the query; what is undefined or empty is left out. */
  query?: Record<string, string | number | boolean | undefined>;
  /** A file goes as it is, all else as JSON. */
  body?: unknown;
  signal?: AbortSignal;
}

/** One call of the API with the session's cookie. @throws ApiError with the API's own words, or `offline` when nobody answers */
export async function callApi<Answer>(path: string, call: Call = {}): Promise<Answer> {
  const { method = 'GET', query = {}, body, signal } = call;
  const address = new URL(`/api${path}`, location.origin);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') address.searchParams.set(name, String(value));
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      // No other site can set it, so a request that has it comes from this page.
      headers: {
        'x-bellhop': 'dashboard',
        ...(body === undefined
          ? {}
          : { 'content-type': body instanceof Blob ? body.type : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError({ status: 0, code: 'offline', message: '', cause });
  }
  if (response.status === 204) return undefined as Answer;
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  const {
    code = 'internal',
    message = '',
    details = [],
  } = (answer as Partial<ErrorBody> | null)?.error ?? {};
  if (code === 'missing_credential') announceSignedOut();
  throw new ApiError({ status: response.status, code, message, details });
}
