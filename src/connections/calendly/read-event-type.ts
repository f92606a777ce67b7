import { z } from 'zod';
import { pathOf } from './client/calendly-uri.ts';
import { type CalendlyPort, callCalendly } from './client/call-calendly.ts';
import { eventTypeSchema } from './event-type-schema.ts';

const location = z.object({ kind: z.string(), location: z.string().nullish() });

const answer = z.object({
  resource: eventTypeSchema.extend({ locations: z.array(location).nullish() }),
});

export type CalendlyEventTypeDetails = z.infer<typeof answer>['resource'];

/** An event type, with where its meetings are. @throws CalendlyError */
export async function readEventType(port: CalendlyPort, uri: string): Promise<CalendlyEventTypeDetails> {
  const { resource } = await callCalendly(port, {
    method: 'GET',
    path: pathOf(uri, 'event_types'),
    answer,
  });
  return resource;
}
