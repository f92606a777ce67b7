const DAY_SECONDS = 86_400;

/** Seconds, a day at most; null when it is not said, or not to be understood. */
export function readRetryAfter(value: string | undefined, now = Date.now()): number | null {
  if (value === undefined) return null;
  const text = value.trim();
  const seconds = /^\d{1,10}$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1_000;
  return Number.isNaN(seconds) ? null : Math.min(DAY_SECONDS, Math.max(0, Math.ceil(seconds)));
}
