import { ConnectionProblem } from '../define.ts';
import { CalendlyError } from './client/calendly-error.ts';

export const TOKEN_PAGE = 'https://calendly.com/integrations/api_webhooks';

/** What went wrong with Calendly, as the state of the connection and the next step. */
export function explainProblem(error: unknown): ConnectionProblem {
  if (!(error instanceof CalendlyError)) throw error;
  switch (error.code) {
    case 'reconnect':
      return new ConnectionProblem('reconnect', error.message, { cause: error });
    case 'unauthenticated':
      return new ConnectionProblem('reconnect', 'Calendly does not accept the token. Connect it again.', {
        cause: error,
      });
    case 'forbidden':
      return new ConnectionProblem(
        'reconnect',
        `Calendly does not let this token do that. Make one at ${TOKEN_PAGE} with the scopes users:read, event_types:read, availability:read, scheduled_events:read, scheduled_events:write, scheduling_links:write, webhooks:read and webhooks:write.`,
        { cause: error },
      );
    case 'rate_limited':
      return new ConnectionProblem(
        'failing',
        'Calendly wants fewer requests just now. Try again in a minute.',
        {
          cause: error,
        },
      );
    default:
      return new ConnectionProblem('failing', error.message, { cause: error });
  }
}
