import { Code, Table, Text } from '@mantine/core';
import { ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../contract/accounts/audit.ts';
import { Page } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AuditCheck } from './audit-check.tsx';

export default function AuditLogPage() {
  const { t } = useTranslation('audit');
  const { t: tDeed } = useTranslation('deeds');
  const { moment } = useFormat();
  return (
    <Page title={t('title')} hint={t('hint')} maxWidth={1_000}>
      <AuditCheck />
      <PagedList<AuditEntry>
        queryKey={['audit']}
        path="/v1/audit"
        empty={<EmptyState icon={ScrollText} title={t('none')} />}
      >
        {(entries) => (
          <Table className="stacks">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('when')}</Table.Th>
                <Table.Th>{t('who')}</Table.Th>
                <Table.Th>{t('what')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map(({ seq, at, actor, ip, action, summary, change }) => (
                <Table.Tr key={seq} className="top">
                  <Table.Td miw={150}>{moment(at)}</Table.Td>
                  <Table.Td>
                    <Text size="sm">{actor.name}</Text>
                    {ip && (
                      <Text size="xs" c="dimmed">
                        {ip}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">{tDeed(action, { defaultValue: summary })}</Text>
                    <Text size="xs" c="dimmed" component="div">
                      {action}
                      {change !== null && (
                        <details>
                          <summary>{t('details')}</summary>
                          <Code block>{JSON.stringify(change, null, 2)}</Code>
                        </details>
                      )}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </PagedList>
    </Page>
  );
}
