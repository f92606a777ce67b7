import type { Span } from './find-span-fault.ts';

const LENGTH = 120;
const DAY = 24 * 60;
const PAUSE = 60;

/** Two hours after the last ones, with an hour between; else before the first ones. Null: the day has no room for them. */
export function nextSpan(spans: Span[]): Span | null {
  const from = Math.max(...spans.map(({ to }) => minutesOf(to))) + PAUSE;
  if (from + LENGTH <= DAY) return { from: toTime(from), to: toTime(from + LENGTH) };
  const to = Math.min(...spans.map((span) => minutesOf(span.from))) - PAUSE;
  return to - LENGTH >= 0 ? { from: toTime(to - LENGTH), to: toTime(to) } : null;
}

/** Of a time that is being typed: as if it were midnight. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function toTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
