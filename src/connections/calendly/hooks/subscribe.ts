import { z } from 'zod';
import { CalendlyError } from '../client/calendly-error.ts';
import { type CalendlyPort, callCalendly } from '../client/call-calendly.ts';

interface Subscription {
  url: string;
  user: string;
  organization: string;
  /** Null: that of the application. */
  signingKey: string | null;
}

const created = z.object({ resource: z.object({ uri: z.string() }) });
const listed = z.object({ collection: z.array(z.object({ uri: z.string(), callback_url: z.string() })) });
const UUID = /^https:\/\/api\.calendly\.com(\/webhook_subscriptions\/[A-Za-z0-9-]{1,100})$/;

/**
 * Has Calendly tell of bookings at this address. One that is there already is replaced, because its key may be another.
 * @throws CalendlyError; `forbidden` when the plan or the token does not permit it
 */
export async function subscribe(port: CalendlyPort, subscription: Subscription): Promise<void> {
  try {
    await create(port, subscription);
  } catch (error) {
    if (!(error instanceof CalendlyError) || error.code !== 'already_exists') throw error;
    await removeExisting(port, subscription);
    await create(port, subscription);
  }
}

async function create(port: CalendlyPort, { url, user, organization, signingKey }: Subscription) {
  await callCalendly(port, {
    method: 'POST',
    path: '/webhook_subscriptions',
    body: {
      url,
      events: ['invitee.created', 'invitee.canceled'],
      scope: 'user',
      user,
      organization,
      ...(signingKey === null ? {} : { signing_key: signingKey }),
    },
    answer: created,
  });
}

async function removeExisting(port: CalendlyPort, { url, user, organization }: Subscription) {
  const { collection } = await callCalendly(port, {
    method: 'GET',
    path: '/webhook_subscriptions',
    query: { scope: 'user', user, organization, count: '100' },
    answer: listed,
  });
  const paths = collection
    .filter((one) => one.callback_url === url)
    .map(({ uri }) => UUID.exec(uri)?.[1])
    .filter((path) => path !== undefined);
  await Promise.all(paths.map((path) => callCalendly(port, { method: 'DELETE', path, answer: z.unknown() })));
}
