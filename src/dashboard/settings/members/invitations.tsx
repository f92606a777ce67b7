import { Button, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../../../contract/accounts/person.ts';
import { callApi } from '../../app/call-api.ts';
import { useMay } from '../../app/session.ts';
import { PagedList } from '../../ui/paged-list.tsx';
import { useReport } from '../../ui/telling/use-report.ts';
import { useFormat } from '../../ui/use-format.ts';

export function Invitations() {
  const { t } = useTranslation('members');
  const { day } = useFormat();
  const mayWrite = useMay()('members:write');
  const queryClient = useQueryClient();
  const { tryTo } = useReport();
  const withdraw = (id: string) =>
    tryTo(async () => {
      await callApi(`/v1/invitations/${id}`, { method: 'DELETE' });
      await queryClient.invalidateQueries({ queryKey: ['invitations'] });
    });
  return (
    <PagedList<Invitation>
      queryKey={['invitations']}
      path="/v1/invitations"
      empty={
        <Text size="sm" c="dimmed">
          {t('noInvitations')}
        </Text>
      }
    >
      {(invitations) => (
        <Table>
          <Table.Tbody>
            {invitations.map(({ id, email, role, expiresAt }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Text size="sm">{email}</Text>
                  <Text size="xs" c="dimmed">
                    {t(role)}, {t('until', { day: day(expiresAt) })}
                  </Text>
                </Table.Td>
                <Table.Td ta="end">
                  {mayWrite && (
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => withdraw(id)}
                      aria-label={t('withdrawOne', { email })}
                    >
                      {t('withdraw')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </PagedList>
  );
}
