import { AppError } from '../../platform/errors.ts';
import type { Endpoint } from './find-endpoint.ts';
import { ModelError } from './model-error.ts';

export interface KeyedFetch {
  fetch: typeof globalThis.fetch;
  /** The text without the key, should someone have written it there. */
  redact(text: string): string;
}

/**
 * Puts the key on each request at the last moment, so that no model object holds it and a new key counts at once.
 * Redirects are not followed: they would carry the key elsewhere.
 */
export function keyedFetch(
  { provider, key, host, name }: Endpoint,
  guardedFetch: typeof globalThis.fetch,
  revealSecret: (name: string, host: string) => Promise<string>,
): KeyedFetch {
  let latest = '';
  const reveal = async (): Promise<string> => {
    if (key.type === 'none') return '';
    if (key.type === 'default') return key.value;
    try {
      return await revealSecret(key.name, host);
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      const message = `${name} could not be asked with the secret “${key.name}”. ${cause.publicMessage}`;
      throw new ModelError('no_key', message);
    }
  };
  return {
    async fetch(input, init) {
      latest = await reveal();
      const headers = new Headers(init?.headers);
      const [header, prefix] = HEADERS[provider];
      if (latest === '') headers.delete(header);
      else headers.set(header, `${prefix}${latest}`);
      return guardedFetch(input, { ...init, headers, redirect: 'manual' });
    },
    redact(text) {
      if (latest === '') return text;
      return [latest, encodeURIComponent(latest), Buffer.from(latest).toString('base64')].reduce(
        (clean, form) => clean.replaceAll(form, '•••'),
        text,
      );
    },
  };
}

const HEADERS: Record<Endpoint['provider'], [name: string, prefix: string]> = {
  openai: ['authorization', 'Bearer '],
  anthropic: ['x-api-key', ''],
  google: ['x-goog-api-key', ''],
  'openai-compatible': ['authorization', 'Bearer '],
};
