import { BookingCard } from '../booking/booking-card.tsx';
import type { BookingPayload } from '../booking/payload.ts';
import type { CardProps } from '../card-props.ts';
import { readCalendlyMessage } from './read-message.ts';

/** Its page says that it is there only once it has drawn itself. Milliseconds. */
const SILENT_MS = 6_000;

/** Books at Calendly. */
export function CalendlyCard(props: CardProps<BookingPayload>) {
  const { payload, entryId } = props;
  const { name, email } = payload;
  const known = { ...(name ? { name } : {}), ...(email ? { email } : {}), utm_content: entryId };
  return (
    <BookingCard
      {...props}
      payload={{ ...payload, link: addQuery(payload.link, known) }}
      frameUrl={addQuery(payload.frame.url, {
        ...{ embed_domain: location.host, embed_type: 'Inline' },
        ...known,
      })}
      readMessage={readCalendlyMessage}
      silentMs={SILENT_MS}
    />
  );
}

function addQuery(address: string, query: Record<string, string>): string {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
