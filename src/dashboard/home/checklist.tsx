import { Button, Group, Paper, Progress, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { BookOpen, Check, CodeXml, type LucideIcon, MessageSquare, Sparkles, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Step } from './use-steps.ts';

const ICONS: Record<Step['name'], LucideIcon> = {
  words: Sparkles,
  knowledge: BookOpen,
  action: Zap,
  try: MessageSquare,
  code: CodeXml,
};

export function Checklist({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('home');
  const done = steps.filter(({ isDone }) => isDone).length;
  const next = steps.find(({ isDone }) => !isDone);
  const progress = t('progress', { done, all: steps.length });
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="get-started">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="get-started">
          {t('getStarted')}
        </Title>
        <Text size="sm" c="dimmed">
          {progress}
        </Text>
      </Group>
      <Progress value={(done / steps.length) * 100} aria-label={progress} mb="sm" />
      <Stack component="ol" gap={0} m={0} p={0} className="plain-list">
        {steps.map((step) => (
          <Row key={step.name} step={step} isNext={step === next} />
        ))}
      </Stack>
    </Paper>
  );
}

function Row({ step: { name, to, isDone }, isNext }: { step: Step; isNext: boolean }) {
  const { t } = useTranslation('home');
  const Icon = ICONS[name];
  return (
    <Group component="li" className="list-row" py="sm">
      <ThemeIcon
        size={32}
        radius="xl"
        color={isDone ? 'green' : 'accent'}
        variant={isDone ? 'filled' : 'default'}
      >
        {isDone ? <Check size={16} aria-label={t('done')} /> : <Icon size={16} aria-hidden />}
      </ThemeIcon>
      <Stack gap={0} className="step-text">
        <Text fw={500}>{t(name)}</Text>
        <Text size="sm" c="dimmed">
          {t(`${name}Hint`)}
        </Text>
      </Stack>
      <Button component={Link} to={to} variant={isNext ? 'filled' : 'default'} size="sm" data-row>
        {t(isDone ? 'change' : `${name}Go`)}
      </Button>
    </Group>
  );
}
