import type { SampleCalendly } from './seed-calendly.ts';
import { CalendlyStandIn } from './stand-ins/calendly/calendly-stand-in.ts';

/** The Calendly of the sample shop, on any free port of loopback. */
export async function startCalendly(): Promise<{ standIn: CalendlyStandIn; sample: SampleCalendly }> {
  const standIn = await CalendlyStandIn.start({ eventTypes: ['Advice by phone'] });
  const [type] = standIn.account.eventTypes;
  if (!type) throw new Error('the stand-in has nothing to book');
  const token = standIn.authorization.newPersonalToken();
  return { standIn, sample: { token, eventTypeUri: type.uri, schedulingUrl: type.scheduling_url } };
}
