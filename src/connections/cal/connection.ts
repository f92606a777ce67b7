import { z } from 'zod';
import { ConnectionProblem, defineConnection } from '../define.ts';
import { calClient } from './cal-client.ts';
import { CalFailed } from './cal-failed.ts';
import { findCalApi } from './find-cal-api.ts';
import { readCalWebhook } from './read-cal-webhook.ts';
import { verifyCalWebhook } from './verify-cal-webhook.ts';

const TIMEOUT_MS = 10_000;

/** Cal.com, or a Cal of one's own, by an API key: bookings can be looked up, and are told of. */
export const cal = defineConnection({
  kind: 'cal',
  label: 'Cal.com',
  description: 'Looks bookings up, and hears of those that are moved or called off.',
  settings: z
    .strictObject({
      /** `https://cal.com`, or where the owner hosts it. */
      origin: z
        .url({ protocol: /^https?$/ })
        .transform((url) => new URL(url).origin)
        .default('https://cal.com'),
    })
    .prefault({}),
  credentials: () => z.strictObject({ apiKey: z.string().trim().min(8).max(500) }),
  addresses: { api: 'https://api.cal.com/v2' },
  hosts: ({ origin }, { api }) => [new URL(findCalApi(origin, api)).host],
  secrets: ({ apiKey }) => [apiKey],
  authorize: ({ apiKey }) => [['authorization', `Bearer ${apiKey}`]],
  async test({ settings, addresses, send }) {
    try {
      const me = await calClient({
        api: findCalApi(settings.origin, addresses.api),
        send,
        timeoutMs: TIMEOUT_MS,
      }).readMe();
      return { account: { name: me.name ?? me.username, email: me.email, timeZone: me.timeZone ?? null } };
    } catch (error) {
      throw explain(error);
    }
  },
  hooks: {
    signingKey: () => null,
    async subscribe({ settings, addresses, send }, { url, signingKey }) {
      const client = calClient({
        api: findCalApi(settings.origin, addresses.api),
        send,
        timeoutMs: TIMEOUT_MS,
      });
      try {
        await client.subscribe(url, signingKey ?? '');
        return null;
      } catch (error) {
        return explain(error).message;
      }
    },
    verify: ({ headers, body, signingKey }) =>
      verifyCalWebhook(body, headers.get('x-cal-signature-256') ?? undefined, signingKey),
    read: readCalWebhook,
  },
});

function explain(error: unknown): ConnectionProblem {
  if (!(error instanceof CalFailed)) throw error;
  return error.reason === 'unauthorised'
    ? new ConnectionProblem(
        'reconnect',
        'Cal.com does not accept the API key. Make a new one under Settings, Developer, API keys, and connect again.',
        { cause: error },
      )
    : new ConnectionProblem('failing', `Cal.com could not be asked: ${error.message}.`, { cause: error });
}
