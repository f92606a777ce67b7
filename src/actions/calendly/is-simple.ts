import type { CalendlyEventTypeDetails } from '../../connections/calendly/read-event-type.ts';

/** Where the visitor would have to say a place or a number. */
const ASKING_PLACES = new Set(['ask_invitee', 'outbound_call']);

/** Whether it can be booked with a time, a name and an address alone. */
export function isSimple({ active, custom_questions, locations }: CalendlyEventTypeDetails): boolean {
  const places = locations ?? [];
  return (
    active &&
    !(custom_questions ?? []).some(({ enabled, required }) => enabled && required) &&
    places.length <= 1 &&
    !places.some(({ kind }) => ASKING_PLACES.has(kind))
  );
}
