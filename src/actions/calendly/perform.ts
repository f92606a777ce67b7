import type { CalendlyPort } from '../../connections/calendly/client/call-calendly.ts';
import { readUser } from '../../connections/calendly/read-user.ts';
import type { ConnectionPort } from '../../connections/define.ts';
import type { BookingChoice, BookingPayload } from '../booking/payload.ts';
import { told } from '../booking/steps/told.ts';
import type { SteppedExecutor } from '../define-card-step.ts';
import { book } from './book.ts';
import type { CalendlySettings } from './execute.ts';
import { lookUp } from './look-up.ts';
import { readOffer } from './read-offer.ts';

/** What a card needs Calendly for: its page and times, a booking, or what came of one. What it gives is a part of the card. */
export const performCalendly: SteppedExecutor<CalendlySettings>['performStep'] = async (use, port) => {
  const payload = use.payload as unknown as BookingPayload;
  const { settings, entryId, values } = use;
  const connection = await port.openConnection(settings.connectionId);
  const calendly = connection && withUser(connection);
  const { eventTypeUri } = settings;
  if (values.ask === 'slots' || values.ask === 'page')
    return told('done', {
      ...(await readOffer(calendly, { payload, eventTypeUri, withTimes: values.ask === 'slots' })),
    });
  if (values.ask === 'outcome') {
    const uid = typeof values.uid === 'string' ? values.uid : null;
    const outcome = calendly && (await lookUp(calendly, { payload, eventTypeUri, uid, entryId }));
    return outcome ?? told('unknown', {});
  }
  return book(calendly, { payload, eventTypeUri, choice: values as unknown as BookingChoice, entryId });
};

/** A connection, and whose it is. */
export interface CalendlyAccount extends CalendlyPort {
  /** The address of the user. @throws CalendlyError */
  findUser(): Promise<string>;
}

/** @returns null for a connection to somebody else */
function withUser(connection: ConnectionPort): CalendlyAccount | null {
  const { api, auth } = connection.addresses;
  if (api === undefined || auth === undefined) return null;
  const port = { addresses: { api, auth }, send: connection.send };
  const known = connection.account?.uri;
  return {
    ...port,
    findUser: async () => (typeof known === 'string' ? known : (await readUser(port)).uri),
  };
}
