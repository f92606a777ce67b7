import { useEffect, useState } from 'react';
import { currentLanguage } from '../app/texts.ts';

const STEPS = [
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
] as const;

/** Times as people say them, which go on by themselves. */
export function useTime() {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const language = currentLanguage();
  return {
    /** “2 min”; `long`: “2 minutes ago”. */
    since(iso: string, length: 'short' | 'long' = 'short'): string {
      const seconds = Math.max(0, (now - Date.parse(iso)) / 1_000);
      if (seconds < 60) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
      const [unit, size] = STEPS.findLast(([, of]) => seconds >= of) ?? STEPS[0];
      const count = Math.floor(seconds / size);
      return length === 'long'
        ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-count, unit)
        : new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
    },
    clock: (iso: string) =>
      new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso)),
    day: (iso: string) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso)),
  };
}
