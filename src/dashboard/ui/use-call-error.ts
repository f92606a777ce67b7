import { useTranslation } from 'react-i18next';

/** Words for why a call failed; a code that has none stands for itself. */
export function useCallError(): (code: string) => string {
  const { t } = useTranslation('callErrors');
  return (code) => t(code, { defaultValue: code });
}
