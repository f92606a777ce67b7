import { z } from 'zod';
import { CalendlyError } from '../client/calendly-error.ts';
import { pathOf } from '../client/calendly-uri.ts';
import { type CalendlyPort, callCalendly } from '../client/call-calendly.ts';
import { readScheduledEvent } from './read-scheduled-event.ts';

const answer = z.object({ resource: z.object({ canceled_by: z.string() }) });

/** Calls a meeting off. Where it is not known whether that arrived, Calendly is asked. @throws CalendlyError */
export async function cancelScheduledEvent(port: CalendlyPort, uri: string, reason: string): Promise<void> {
  try {
    await callCalendly(port, {
      method: 'POST',
      path: `${pathOf(uri, 'scheduled_events')}/cancellation`,
      body: { reason },
      answer,
    });
  } catch (error) {
    if (!(error instanceof CalendlyError) || !error.maybeDone) throw error;
    const event = await readScheduledEvent(port, uri).catch(() => null);
    if (event?.status !== 'canceled') throw error;
  }
}
