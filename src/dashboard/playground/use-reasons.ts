import { useTranslation } from 'react-i18next';
import type { Weekday } from '../../contract/actions/availability.ts';
import type { Reason } from '../../contract/actions/reason.ts';
import { nameWeekday } from '../ui/name-weekday.ts';

/** Says reasons in the reader's language; what these texts do not know yet, in the server's English. */
export function useReasons(): (reason: Reason) => string {
  const { t, i18n } = useTranslation('reasons');
  const { language } = i18n;
  const numbers = new Intl.NumberFormat(language);
  const word = (name: string, value: string | number) => {
    if (typeof value === 'number') return numbers.format(value);
    return name === 'day' ? nameWeekday(value as Weekday, language, 'short') : value;
  };
  return ({ code, values, text }) => {
    if (!i18n.exists(code, { ns: 'reasons' })) return text;
    const replace = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, word(name, value)]),
    );
    return t(code, { replace });
  };
}
