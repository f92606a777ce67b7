import { Badge, Code, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../contract/call.ts';

const COLORS: Partial<Record<Call['state'], string>> = { done: 'green', failed: 'red', unknown: 'amber' };

/** One call that the agent made: what it sent and from where it had that, and what came back. */
export function CallFacts({ call }: { call: Call }) {
  const { t } = useTranslation('playground');
  const { actionName, state, inputs, error, attempts, request, response } = call;
  const ms = attempts.at(-1)?.ms;
  const rows = Object.entries(inputs);
  return (
    <div>
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={500}>
          {actionName}
        </Text>
        <Badge color={COLORS[state] ?? 'accent'} variant="light">
          {t(`call-${state}`)}
        </Badge>
        {ms !== undefined && (
          <Text size="xs" c="dimmed">
            {t('took', { ms })}
          </Text>
        )}
      </Group>
      {error && <Text size="sm">{error}</Text>}
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={280}>
          <Table aria-label={t('inputs')}>
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
                  <Table.Td>{name}</Table.Td>
                  <Table.Td dir="auto">{typeof value === 'string' ? value : JSON.stringify(value)}</Table.Td>
                  <Table.Td>{t(`source-${source}`, { defaultValue: source })}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {(request !== null || response !== null) && (
        <details>
          <summary>{t('exchange')}</summary>
          {/* Long lines are pushed sideways: the keyboard has to get there. */}
          <Code block tabIndex={0} aria-label={t('exchange')}>
            {JSON.stringify({ request, response }, null, 2)}
          </Code>
        </details>
      )}
    </div>
  );
}
