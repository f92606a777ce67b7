import { z } from 'zod';
import { type CalendlyPort, callCalendly } from './client/call-calendly.ts';

const answer = z.object({ resource: z.object({ booking_url: z.string() }) });

/** A page of the event type on which one booking can be made. @throws CalendlyError */
export async function createSchedulingLink(port: CalendlyPort, eventType: string): Promise<string> {
  const { resource } = await callCalendly(port, {
    method: 'POST',
    path: '/scheduling_links',
    body: { max_event_count: 1, owner: eventType, owner_type: 'EventType' },
    answer,
  });
  return resource.booking_url;
}
