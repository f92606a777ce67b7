import { Badge, Group, Text, ThemeIcon } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { findForm } from '../../../actions/forms.tsx';
import type { Activity, ListedAction } from '../../../contract/actions/activity.ts';
import { currentLanguage } from '../../app/texts.ts';
import { useCallError } from '../../ui/use-call-error.ts';

/** One action: what it is, whether it is live, what it did this week, and what went wrong last. */
export function ActionRow({
  action: { id, kind, name, enabled, archivedAt, week },
}: {
  action: ListedAction;
}) {
  const { t } = useTranslation('actions');
  const { pathname } = useLocation();
  const face = findForm(kind)?.face;
  const Icon = face?.icon ?? CircleHelp;
  const label = face?.texts[currentLanguage()].label ?? kind;
  const words = useWeek(week);
  const explain = useCallError();
  const state = archivedAt ? 'archived' : enabled ? 'live' : 'off';
  return (
    <>
      <Link
        to={`/actions/${id}`}
        search={((old: object) => ({ ...old, tab: undefined, call: undefined })) as never}
        className="action-row"
        aria-current={pathname === `/actions/${id}` ? 'page' : undefined}
      >
        <ThemeIcon variant="default" size={30} aria-hidden>
          <Icon size={16} />
        </ThemeIcon>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Group justify="space-between" gap={6} wrap="nowrap">
            <Text fw={500} truncate>
              {name}
            </Text>
            <Badge size="sm" variant={state === 'live' ? 'light' : 'default'} tt="none" color="green">
              {t(state)}
            </Badge>
          </Group>
          <Text size="xs" c="dimmed">
            {label} · {words}
          </Text>
        </div>
      </Link>
      {week.lastError && (
        <Badge
          component={Link}
          to={`/actions/${id}`}
          search={{ tab: 'calls', call: week.lastError.callId } as never}
          color="red"
          variant="light"
          size="sm"
          tt="none"
          ml={50}
          mb={6}
          style={{ cursor: 'pointer' }}
        >
          {t('lastError', { error: explain(week.lastError.error) })}
        </Badge>
      )}
    </>
  );
}

/** What happened in seven days, in a few words. */
function useWeek({ shown, done, failed }: Activity): string {
  const { t } = useTranslation('actions');
  const ended = done + failed;
  if (shown > ended) return t('weekShown', { count: shown, done });
  if (ended === 0) return t('weekNone');
  return t('week', { count: ended, share: Math.round((done / ended) * 100) });
}
