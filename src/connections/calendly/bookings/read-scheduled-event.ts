import { z } from 'zod';
import { pathOf } from '../client/calendly-uri.ts';
import { type CalendlyPort, callCalendly } from '../client/call-calendly.ts';
import { type ScheduledEvent, scheduledEventSchema, toScheduledEvent } from './scheduled-event.ts';

const answer = z.object({ resource: scheduledEventSchema });

/** When it is, and whether it still is. @throws CalendlyError */
export async function readScheduledEvent(port: CalendlyPort, uri: string): Promise<ScheduledEvent> {
  const { resource } = await callCalendly(port, {
    method: 'GET',
    path: pathOf(uri, 'scheduled_events'),
    answer,
  });
  return toScheduledEvent(resource);
}
