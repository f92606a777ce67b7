import { useTranslation } from 'react-i18next';

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Moments as the reader of these texts expects them. They come as ISO 8601. */
export function useFormat() {
  const { language } = useTranslation().i18n;
  return {
    /** 25 Nov 2026, 14:03 */
    moment: (at: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at)),
    /** 25 Nov 2026 */
    day: (at: string) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(at)),
    /** 3 minutes ago */
    ago(at: string): string {
      const seconds = (new Date(at).getTime() - Date.now()) / 1_000;
      const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
        Math.round(seconds / size),
        unit,
      );
    },
  };
}
