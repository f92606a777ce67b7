import { z } from 'zod';
import { type CalendlyPort, callCalendly } from './client/call-calendly.ts';

const answer = z.object({
  resource: z.object({
    uri: z.string(),
    name: z.string(),
    email: z.string(),
    scheduling_url: z.string(),
    timezone: z.string(),
    current_organization: z.string(),
  }),
});

export interface CalendlyUser {
  uri: string;
  name: string;
  email: string;
  schedulingUrl: string;
  timezone: string;
  organization: string;
}

/** Whose token this is. @throws CalendlyError */
export async function readUser(port: CalendlyPort): Promise<CalendlyUser> {
  const { resource } = await callCalendly(port, { method: 'GET', path: '/users/me', answer });
  return {
    uri: resource.uri,
    name: resource.name,
    email: resource.email,
    schedulingUrl: resource.scheduling_url,
    timezone: resource.timezone,
    organization: resource.current_organization,
  };
}
