import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { connectionForms } from '../../connections/forms.tsx';
import type { Connection } from '../../contract/connections/connection.ts';
import { callApi } from '../app/call-api.ts';
import type { PageOf } from '../app/page-of.ts';
import { Page } from '../ui/page.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { KindCard } from './kind-card.tsx';

/** Third parties by kind, connected or not. A workspace has a handful: more than a hundred are not shown. */
export function IntegrationsPage() {
  const { t } = useTranslation('integrations');
  const { t: tFrame } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['connections'],
    queryFn: ({ signal }) =>
      callApi<PageOf<Connection>>('/v1/connections', { query: { limit: 100 }, signal }),
  });
  return (
    <Page title={t('title')} hint={t('hint')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && (
        <Stack role="status" aria-label={tFrame('loading')}>
          <Skeleton height={110} />
          <Skeleton height={110} />
          <Skeleton height={110} />
        </Stack>
      )}
      {data && (
        <Stack>
          {Object.entries(connectionForms).map(([kind, form]) => (
            <KindCard
              key={kind}
              kind={kind}
              form={form}
              connections={data.items.filter((connection) => connection.kind === kind)}
            />
          ))}
        </Stack>
      )}
    </Page>
  );
}
