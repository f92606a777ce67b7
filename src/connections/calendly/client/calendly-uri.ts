import { CalendlyError } from './calendly-error.ts';

/** Calendly's ids are addresses on this host, wherever its API is reached. */
const ID = /^https:\/\/api\.calendly\.com(?<path>(?:\/[a-z_]+\/[A-Za-z0-9_-]{1,100})+)$/;

/**
 * The path of something that Calendly, or a visitor's browser, named by its address: nothing else is ever called.
 * @param kind what it has to be: `event_types`, `scheduled_events`, or `invitees` of an event
 * @throws CalendlyError
 */
export function pathOf(uri: string, kind: 'users' | 'event_types' | 'scheduled_events' | 'invitees'): string {
  const path = ID.exec(uri)?.groups?.path;
  const parts = path?.split('/').filter((_, index) => index % 2 === 1);
  const wanted = kind === 'invitees' ? ['scheduled_events', 'invitees'] : [kind];
  if (path === undefined || parts?.join() !== wanted.join())
    throw new CalendlyError('That is no address of Calendly.', { status: null, code: 'bad_uri' });
  return path;
}
