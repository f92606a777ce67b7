import { z } from 'zod';
import { pathOf } from '../client/calendly-uri.ts';
import { type CalendlyPort, callCalendly } from '../client/call-calendly.ts';
import { type Invitee, inviteeSchema, toInvitee } from './invitee.ts';
import { scheduledEventSchema } from './scheduled-event.ts';

interface Sought {
  user: string;
  email: string;
  startAt: string;
  reference: string;
}

const events = z.object({ collection: z.array(scheduledEventSchema) });
const invitees = z.object({ collection: z.array(inviteeSchema) });

/** The booking of this reference; null: there is none, so far. @throws CalendlyError */
export async function findInvitee(
  port: CalendlyPort,
  { user, email, startAt, reference }: Sought,
): Promise<Invitee | null> {
  const start = new Date(startAt);
  const { collection } = await callCalendly(port, {
    method: 'GET',
    path: '/scheduled_events',
    query: {
      user,
      invitee_email: email,
      status: 'active',
      min_start_time: start.toISOString(),
      max_start_time: new Date(start.getTime() + 60_000).toISOString(),
    },
    answer: events,
  });
  const lists = await Promise.all(
    collection.map(({ uri }) =>
      callCalendly(port, {
        method: 'GET',
        path: `${pathOf(uri, 'scheduled_events')}/invitees`,
        query: { email },
        answer: invitees,
      }),
    ),
  );
  const found = lists.flatMap((list) => list.collection).map(toInvitee);
  return found.find((invitee) => invitee.reference === reference && invitee.status === 'active') ?? null;
}
