import { z } from 'zod';
import { CalendlyError } from '../client/calendly-error.ts';
import { type CalendlyPort, callCalendly } from '../client/call-calendly.ts';
import { findInvitee } from './find-invitee.ts';
import { type Invitee, inviteeSchema, toInvitee } from './invitee.ts';

/** What a meeting needs to be booked for a visitor. */
export interface NewInvitee {
  /** The event type's address. */
  eventType: string;
  /** An offered time: ISO 8601, UTC. */
  startAt: string;
  name: string;
  email: string;
  /** IANA. */
  timezone: string;
  /** As the event type asks for it. */
  location?: { kind: string; location?: string };
  /** With the questions exactly as the event type has them. */
  answers?: { question: string; answer: string; position: number }[];
  /** Ours, for this one wish: by it a booking is found again whose answer was lost. */
  reference: string;
  /** The address of the user whose meeting it is. */
  user: string;
  timeoutMs?: number;
}

const answer = z.object({ resource: inviteeSchema });

/**
 * Books a meeting, once. Calendly knows no idempotency key: where the answer is lost, it is asked whether there is a booking
 * of this reference. It is never sent a second time.
 * @throws CalendlyError: `already_filled` when the time is taken, `forbidden` on a free plan; with `maybeDone` nobody knows
 */
export async function createInvitee(port: CalendlyPort, wish: NewInvitee): Promise<Invitee> {
  try {
    const { resource } = await callCalendly(port, {
      method: 'POST',
      path: '/invitees',
      body: bodyOf(wish),
      answer,
      ...(wish.timeoutMs === undefined ? {} : { timeoutMs: wish.timeoutMs }),
    });
    return toInvitee(resource);
  } catch (error) {
    if (!(error instanceof CalendlyError) || !error.maybeDone) throw error;
    const found = await findInvitee(port, wish).catch(() => null);
    if (found) return found;
    throw error;
  }
}

function bodyOf({ eventType, startAt, name, email, timezone, location, answers, reference }: NewInvitee) {
  return {
    event_type: eventType,
    start_time: startAt,
    invitee: { name, email, timezone },
    ...(location ? { location } : {}),
    ...(answers?.length ? { questions_and_answers: answers } : {}),
    // All six, or none is taken.
    tracking: {
      utm_campaign: null,
      utm_source: 'bellhop',
      utm_medium: 'chat',
      utm_content: reference,
      utm_term: null,
      salesforce_uuid: null,
    },
  };
}
