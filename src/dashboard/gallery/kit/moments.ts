const MINUTE_MS = 60_000;

/** A time as the API writes it, so many minutes before now; negative: after. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE_MS).toISOString();
}

export const daysAgo = (days: number) => minutesAgo(days * 24 * 60);
