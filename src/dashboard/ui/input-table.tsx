import { Code, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../contract/call.ts';

interface InputTableProps {
  inputs: Call['inputs'];
  /** Whose words it speaks: `input`, `value`, `source`, and `source-<source>` are texts of this feature. */
  feature: string;
  label?: string;
}

/** What a call was made with, and where each value came from. Nothing where there was nothing. */
export function InputTable({ inputs, feature, label }: InputTableProps) {
  const { t } = useTranslation(feature);
  const rows = Object.entries(inputs);
  if (rows.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('input')}</Table.Th>
            <Table.Th>{t('value')}</Table.Th>
            <Table.Th>{t('source')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, { value, source }]) => (
            <Table.Tr key={name}>
              <Table.Td>
                <Code>{name}</Code>
              </Table.Td>
              <Table.Td dir="auto">{typeof value === 'string' ? value : JSON.stringify(value)}</Table.Td>
              <Table.Td>{t(`source-${source}`, { defaultValue: source })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
