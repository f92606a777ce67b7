import type { EventTypePage } from '../../contract/connections/event-type.ts';
import type { ConnectionPort } from '../define.ts';
import { CalendlyError } from './client/calendly-error.ts';
import type { CalendlyPort } from './client/call-calendly.ts';
import { explainProblem, TOKEN_PAGE } from './explain-problem.ts';
import { type CalendlyEventType, listEventTypes } from './list-event-types.ts';
import { readUser } from './read-user.ts';

interface Page {
  limit: number;
  cursor: string | null;
}

/** The event types to choose from, or why there are none. @throws CalendlyError `invalid` when the cursor is none */
export async function pickEventTypes(
  port: CalendlyPort & Pick<ConnectionPort, 'account'>,
  { limit, cursor }: Page,
): Promise<EventTypePage> {
  try {
    const known = port.account?.uri;
    const user = typeof known === 'string' ? known : (await readUser(port)).uri;
    const { items, nextPageToken } = await listEventTypes(port, { user, limit, pageToken: cursor });
    const isEmpty = items.length === 0 && cursor === null;
    return {
      items: items.map(toEventType),
      nextCursor: nextPageToken,
      emptyReason: isEmpty ? NO_TYPES : null,
    };
  } catch (error) {
    if (error instanceof CalendlyError && error.code === 'invalid' && cursor !== null) throw error;
    return { items: [], nextCursor: null, emptyReason: explainEmpty(error) };
  }
}

const NO_TYPES: EventTypePage['emptyReason'] = {
  code: 'no_active_types',
  message: 'This Calendly account has no active event type. Make one, or turn one on, at Calendly.',
  url: 'https://calendly.com/event_types/user/me',
};

function explainEmpty(error: unknown): NonNullable<EventTypePage['emptyReason']> {
  const { state, message } = explainProblem(error);
  if (error instanceof CalendlyError && error.code === 'forbidden')
    return { code: 'missing_scope', message, url: TOKEN_PAGE };
  return { code: state === 'reconnect' ? 'reconnect' : 'unavailable', message, url: null };
}

function toEventType(type: CalendlyEventType): EventTypePage['items'][number] {
  const questions = (type.custom_questions ?? []).filter(({ enabled }) => enabled);
  return {
    id: type.uri,
    name: type.name ?? type.scheduling_url,
    minutes: type.duration ?? null,
    url: type.scheduling_url,
    questions: questions
      .sort((one, other) => one.position - other.position)
      .map(({ name, required }) => ({ name, required })),
  };
}
