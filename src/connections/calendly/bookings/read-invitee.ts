import { z } from 'zod';
import { pathOf } from '../client/calendly-uri.ts';
import { type CalendlyPort, callCalendly } from '../client/call-calendly.ts';
import { type Invitee, inviteeSchema, toInvitee } from './invitee.ts';

const answer = z.object({ resource: inviteeSchema });

/** A booking, by its address, which may come from a visitor's browser. @throws CalendlyError */
export async function readInvitee(port: CalendlyPort, uri: string): Promise<Invitee> {
  const { resource } = await callCalendly(port, { method: 'GET', path: pathOf(uri, 'invitees'), answer });
  return toInvitee(resource);
}
