import { z } from 'zod';
import { defineConnection } from '../define.ts';
import { CalendlyError } from './client/calendly-error.ts';
import { explainProblem } from './explain-problem.ts';
import { readWebhook } from './hooks/read-webhook.ts';
import { subscribe } from './hooks/subscribe.ts';
import { verifyCalendlyWebhook } from './hooks/verify-webhook.ts';
import { pickEventTypes } from './pick-event-types.ts';
import { readUser } from './read-user.ts';

const secret = z.string().trim().min(10).max(4_096);

const settings = z
  .discriminatedUnion('auth', [
    /** A personal access token. */
    z.strictObject({
      auth: z.literal('token'),
      /** Of the Calendly that stands in for the real one in the sample shop. */
      sandbox: z.literal(true).optional(),
    }),
    /** An application of the owner's own at developer.calendly.com. */
    z.strictObject({ auth: z.literal('oauth'), clientId: z.string().trim().min(1).max(200) }),
  ])
  .prefault({ auth: 'token' });

type Credentials = { token: string } | { clientSecret: string; webhookSigningKey?: string | undefined };

const token = z.strictObject({ token: secret });
const application = z.strictObject({ clientSecret: secret, webhookSigningKey: secret.optional() });

export const calendly = defineConnection({
  kind: 'calendly',
  label: 'Calendly',
  description: 'Offers the times of a Calendly account, and books them.',
  settings,
  credentials: ({ auth }): z.ZodType<Credentials> => (auth === 'token' ? token : application),
  addresses: { api: 'https://api.calendly.com', auth: 'https://auth.calendly.com' },
  placeOf: (chosen) => (chosen.auth === 'token' && chosen.sandbox ? 'calendly-sandbox' : null),
  hosts: (_, { api }) => [new URL(api).host],
  secrets: (credentials) => Object.values(credentials).filter((value) => value !== undefined),
  authorize: (credentials, accessToken) => [
    ['authorization', `Bearer ${'token' in credentials ? credentials.token : (accessToken ?? '')}`],
  ],
  oauth: (chosen, credentials, { auth }) =>
    chosen.auth === 'oauth' && 'clientSecret' in credentials
      ? {
          authorizeUrl: `${auth}/oauth/authorize`,
          tokenUrl: `${auth}/oauth/token`,
          revokeUrl: `${auth}/oauth/revoke`,
          clientId: chosen.clientId,
          clientSecret: credentials.clientSecret,
        }
      : null,
  async test(port) {
    try {
      return { account: { ...(await readUser(port)) } };
    } catch (error) {
      throw explainProblem(error);
    }
  },
  async listEventTypes(port, page) {
    try {
      return await pickEventTypes(port, page);
    } catch (error) {
      throw explainProblem(error);
    }
  },
  hooks: {
    signingKey: (credentials) =>
      'clientSecret' in credentials ? (credentials.webhookSigningKey ?? null) : null,
    async subscribe(port, target) {
      const { uri: user, organization } = await readUser(port).catch((error) => {
        throw explainProblem(error);
      });
      try {
        await subscribe(port, { ...target, user, organization });
        return null;
      } catch (error) {
        if (error instanceof CalendlyError && error.code === 'forbidden')
          return 'Calendly tells of bookings by itself on paid plans only, and to tokens with the scope webhooks:write.';
        const { message } = explainProblem(error);
        return message;
      }
    },
    verify: ({ headers, ...delivery }) =>
      verifyCalendlyWebhook({ ...delivery, signature: headers.get('calendly-webhook-signature') }),
    read: readWebhook,
  },
});
