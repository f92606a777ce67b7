import { Alert, Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PlaygroundTurn } from '../../contract/playground.ts';
import { CallFacts } from './call-facts.tsx';
import { TraceFacts } from './trace-facts.tsx';

/** One question, what came of it, and why. */
export function TurnCard({ turn }: { turn: PlaygroundTurn }) {
  const { t } = useTranslation('playground');
  const { asked, entries, trace, calls, state, error } = turn;
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm" fw={600} dir="auto">
            {asked ?? t('cardUsed')}
          </Text>
          {state !== 'done' && (
            <Badge color={state === 'failed' ? 'red' : 'accent'} variant="light" flex="none">
              {t(`state-${state}`)}
            </Badge>
          )}
        </Group>
        {entries.map(({ id, text, cardKind }) => (
          <Text key={id} size="sm" c="dimmed" lineClamp={3} dir="auto">
            {text ?? t('showedCard', { kind: t(`kind-${cardKind}`, { defaultValue: cardKind ?? '' }) })}
          </Text>
        ))}
        {state === 'failed' && (
          <Alert color="red" variant="light" p="sm">
            <Text size="sm">{t('modelFailed', { error: error ?? '' })}</Text>
            <Anchor component={Link} to="/settings/model" size="sm">
              {t('toModel')}
            </Anchor>
          </Alert>
        )}
        {trace && <TraceFacts trace={trace} />}
        {calls.map((call) => (
          <CallFacts key={call.id} call={call} />
        ))}
        {trace && <ModelLine trace={trace} />}
      </Stack>
    </Paper>
  );
}

function ModelLine({ trace }: { trace: NonNullable<PlaygroundTurn['trace']> }) {
  const { t, i18n } = useTranslation('playground');
  const { steps, model, ms } = trace;
  const sum = (counts: (number | null)[]) => counts.reduce<number>((all, count) => all + (count ?? 0), 0);
  const input = sum(steps.map(({ inputTokens }) => inputTokens));
  const output = sum(steps.map(({ outputTokens }) => outputTokens));
  const format = new Intl.NumberFormat(i18n.language);
  return (
    <Text size="xs" c="dimmed">
      {model === 'builtin' ? t('builtin') : model}, {t('asks', { count: steps.length })},{' '}
      {t('took', { ms: format.format(ms) })}
      {input > 0 && `, ${t('tokens', { input: format.format(input), output: format.format(output) })}`}
    </Text>
  );
}
