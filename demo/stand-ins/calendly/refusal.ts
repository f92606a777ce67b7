import type { Context } from 'hono';

const TITLES = {
  400: 'Invalid Argument',
  401: 'Unauthenticated',
  403: 'Permission Denied',
  404: 'Resource Not Found',
  409: 'Already Exists',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} as const;

interface Detail {
  parameter?: string;
  message: string;
  code?: string;
}

/** An error as Calendly tells it. */
export function refuse(
  context: Context,
  status: keyof typeof TITLES,
  message: string,
  details?: Detail[],
): Response {
  return context.json({ title: TITLES[status], message, ...(details ? { details } : {}) }, status);
}
