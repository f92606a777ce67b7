import { Badge, Code, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../contract/call.ts';
import { InputTable } from '../../ui/input-table.tsx';
import { useCallError } from '../../ui/use-call-error.ts';
import { useFormat } from '../../ui/use-format.ts';

/** None: nothing has happened yet. */
const COLORS: Record<Call['state'], string | undefined> = {
  proposed: undefined,
  confirmed: 'accent',
  sent: 'accent',
  done: 'green',
  failed: 'red',
  unknown: 'amber',
};

/** One call: how it went, and when it is opened what was sent, where each value came from, and what came back. */
export function CallItem({ call, isOpen: startsOpen }: { call: Call; isOpen: boolean }) {
  const { t } = useTranslation('actionCalls');
  const explain = useCallError();
  const { moment } = useFormat();
  const id = useId();
  const [isOpen, { toggle }] = useDisclosure(startsOpen);
  const error = call.error && explain(call.error);
  return (
    <Paper withBorder>
      <UnstyledButton p="sm" w="100%" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
        <Group gap="sm">
          {isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
          <Badge variant={COLORS[call.state] ? 'light' : 'default'} tt="none" color={COLORS[call.state]}>
            {t(call.state)}
          </Badge>
          <Text size="sm">{moment(call.createdAt)}</Text>
          {call.conversationId === null && (
            <Text size="sm" c="dimmed">
              {t('test')}
            </Text>
          )}
          {error && <Text size="sm">{error}</Text>}
        </Group>
      </UnstyledButton>
      <div id={id}>{isOpen && <Details call={call} />}</div>
    </Paper>
  );
}

function Details({ call }: { call: Call }) {
  const { t } = useTranslation('actionCalls');
  const { moment } = useFormat();
  return (
    <Stack gap="sm" p="sm" pt={0}>
      <InputTable inputs={call.inputs} feature="actionCalls" />
      <Kept title={t('sent_')} value={call.request} />
      <Kept title={t('received')} value={call.response} />
      <Kept title={t('told')} value={call.result} />
      {call.attempts.length > 0 && (
        <div>
          <Text size="sm" fw={500}>
            {t('attempts')}
          </Text>
          {call.attempts.map(({ at, ms, state, error }) => (
            <Text size="sm" key={at}>
              {moment(at)}, {Math.round(ms)} ms, {t(state, { defaultValue: state })}
              {error ? `, ${error}` : ''}
            </Text>
          ))}
        </div>
      )}
    </Stack>
  );
}

function Kept({ title, value }: { title: string; value: unknown }) {
  if (value === null || value === undefined) return null;
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {title}
      </Text>
      <Code
        block
        tabIndex={0}
        aria-label={title}
        style={{ maxHeight: 260, overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {JSON.stringify(value, null, 2)}
      </Code>
    </div>
  );
}
