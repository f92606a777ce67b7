import { CAL_REFERENCE } from '../../connections/cal/cal-reference.ts';
import { BookingCard } from '../booking/booking-card.tsx';
import type { BookingPayload } from '../booking/payload.ts';
import type { CardProps } from '../card-props.ts';
import { readCalMessage } from './read-message.ts';

/** Books at Cal. */
export function CalCard(props: CardProps<BookingPayload>) {
  const { payload, entryId } = props;
  const query = new URLSearchParams({
    embed: 'bellhop',
    layout: 'month_view',
    [`metadata[${CAL_REFERENCE}]`]: entryId,
  });
  if (payload.name) query.set('name', payload.name);
  if (payload.email) query.set('email', payload.email);
  if (matchMedia('(prefers-color-scheme: dark)').matches) query.set('theme', 'dark');
  return <BookingCard {...props} frameUrl={`${payload.frame.url}?${query}`} readMessage={readCalMessage} />;
}
