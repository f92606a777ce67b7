import { Badge, Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../contract/call.ts';
import { InputTable } from '../ui/input-table.tsx';

const COLORS: Partial<Record<Call['state'], string>> = { done: 'green', failed: 'red', unknown: 'amber' };

/** One call that the agent made: what it sent and from where it had that, and what came back. */
export function CallFacts({ call }: { call: Call }) {
  const { t } = useTranslation('playground');
  const { actionName, state, inputs, error, attempts, request, response } = call;
  const ms = attempts.at(-1)?.ms;
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
      <InputTable inputs={inputs} feature="playground" label={t('inputs')} />
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
