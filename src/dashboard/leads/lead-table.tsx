import { Anchor, Badge, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../contract/lead.ts';
import { useFormat } from '../ui/use-format.ts';
import { nameOf } from './name-of.ts';

interface LeadTableProps {
  leads: Lead[];
  onOpen: (id: string) => void;
}

export function LeadTable({ leads, onOpen }: LeadTableProps) {
  const { t } = useTranslation('leads');
  const { moment, ago } = useFormat();
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('email')}</Table.Th>
            <Table.Th>{t('phone')}</Table.Th>
            <Table.Th>{t('company')}</Table.Th>
            <Table.Th>{t('when')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {leads.map(({ id, values, state, submissions, createdAt }) => (
            <Table.Tr key={id}>
              <Table.Td maw={260}>
                <Group gap="xs">
                  <UnstyledButton onClick={() => onOpen(id)} className="link-button">
                    <Anchor component="span" size="sm" fw={500} dir="auto">
                      {nameOf(values) ?? t('noName')}
                    </Anchor>
                  </UnstyledButton>
                  {state === 'partial' && (
                    <Badge color="amber" variant="light">
                      {t('partial')}
                    </Badge>
                  )}
                  {submissions > 1 && <Badge variant="default">{t('times', { count: submissions })}</Badge>}
                </Group>
              </Table.Td>
              <Table.Td maw={240}>{values.email}</Table.Td>
              <Table.Td>{values.phone}</Table.Td>
              <Table.Td maw={200} dir="auto">
                {values.company}
              </Table.Td>
              <Table.Td>
                <Text size="sm" title={moment(createdAt)}>
                  {ago(createdAt)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
