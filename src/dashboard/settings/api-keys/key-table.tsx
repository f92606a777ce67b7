import { Badge, Button, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '../../../contract/accounts/api-key.ts';
import { callApi } from '../../app/call-api.ts';
import { useMay } from '../../app/session.ts';
import { useConfirm } from '../../ui/asking/use-confirm.ts';
import { PagedList } from '../../ui/paged-list.tsx';
import { useReport } from '../../ui/telling/use-report.ts';
import { useFormat } from '../../ui/use-format.ts';

export function KeyTable({ empty }: { empty: ReactNode }) {
  const { t } = useTranslation('keys');
  return (
    <PagedList<ApiKey> queryKey={['api-keys']} path="/v1/api-keys" empty={empty}>
      {(keys) => (
        <Table className="stacks">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('scopes')}</Table.Th>
              <Table.Th>{t('lastUsed')}</Table.Th>
              <Table.Th aria-label={t('revoke')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((key) => (
              <Row key={key.id} apiKey={key} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </PagedList>
  );
}

function Row({ apiKey: { id, name, last4, scopes, createdBy, lastUsedAt, revokedAt } }: { apiKey: ApiKey }) {
  const { t } = useTranslation('keys');
  const { ago } = useFormat();
  const mayWrite = useMay()('keys:write');
  const queryClient = useQueryClient();
  const { tryTo } = useReport();
  const confirm = useConfirm();
  const revoke = () =>
    confirm({
      title: t('revokeTitle', { name }),
      text: t('revokeText'),
      verb: t('revoke'),
      onConfirm: () =>
        tryTo(async () => {
          await callApi(`/v1/api-keys/${id}`, { method: 'DELETE' });
          await queryClient.invalidateQueries({ queryKey: ['api-keys'] });
        }),
    });
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          …{last4}, {t('by', { name: createdBy })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{scopes.join(', ')}</Text>
      </Table.Td>
      <Table.Td data-label={t('lastUsed')}>{lastUsedAt ? ago(lastUsedAt) : t('never')}</Table.Td>
      <Table.Td ta="end">
        {revokedAt ? (
          <Badge color="red" variant="light">
            {t('revoked')}
          </Badge>
        ) : (
          mayWrite && (
            <Button size="xs" variant="default" onClick={revoke} aria-label={t('revokeOne', { name })}>
              {t('revoke')}
            </Button>
          )
        )}
      </Table.Td>
    </Table.Tr>
  );
}
