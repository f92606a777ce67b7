import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/api-error.ts';

/** Words for whatever went wrong: the API's own where it has some. */
export function useExplain(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof ApiError && error.code === 'offline') return t('offline');
    if (error instanceof ApiError && error.message) return error.message;
    return t('unexpected');
  };
}
