import { Alert, Badge, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionForm } from '../../connections/form-props.ts';
import type { Connection } from '../../contract/connections/connection.ts';
import { callApi } from '../app/call-api.ts';
import { ReplaceDialog } from '../ui/asking/replace-dialog.tsx';
import { useRemoval } from '../ui/asking/use-removal.ts';
import { useReport } from '../ui/telling/use-report.ts';
import { useFormat } from '../ui/use-format.ts';
import { UsedBy } from '../ui/used-by.tsx';
import { PermitLink } from './permit-link.tsx';
import { ToolList } from './tools/tool-list.tsx';

interface ConnectionRowProps {
  connection: Connection;
  form: ConnectionForm;
  mayWrite: boolean;
  /** Give it other settings or credentials. */
  mayConnect: boolean;
  onEdit: () => void;
}

const COLORS = { connected: 'green', reconnect: 'red', failing: 'amber' };

/** A connected account: whether it works, what uses it, and what one can do with it. */
export function ConnectionRow({ connection, form, mayWrite, mayConnect, onEdit }: ConnectionRowProps) {
  const { t } = useTranslation('integrations');
  const { id, name, state, problem, account, usedBy, testedAt, lastUsedAt, updatedAt } = connection;
  const { ago, day } = useFormat();
  const queryClient = useQueryClient();
  const { report, done } = useReport();
  const [showsTools, setShowsTools] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['connections'] });
  const test = useMutation({
    mutationFn: () => callApi<Connection>(`/v1/connections/${id}/test`, { method: 'POST' }),
    onSuccess: async (tested) => {
      await refresh();
      if (tested.state === 'connected') done(t('works', { name }));
    },
    onError: report,
  });
  const removal = useRemoval({
    path: `/v1/connections/${id}`,
    // An action cannot do without it. Invitations can.
    isUsed: usedBy.some(({ type }) => type === 'action'),
    question: {
      title: t('disconnectTitle', { name }),
      text: t(usedBy.length > 0 ? 'disconnectMail' : 'disconnectText'),
      verb: t('disconnect'),
    },
    refresh,
    removed: t('disconnected', { name }),
  });
  const who = describeAccount(account);
  return (
    <Box component="li" className="list-row" p="md">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={4} flex={1} miw={200}>
            <Group gap="xs">
              <Text fw={600}>{name}</Text>
              <Badge color={COLORS[state]} variant="light">
                {t(state)}
              </Badge>
            </Group>
            {who.length > 0 && <Text size="sm">{who.join(', ')}</Text>}
            <Text size="sm" c="dimmed">
              {testedAt ? t('tested', { when: ago(testedAt) }) : t('neverTested')}
              {typeof account?.ms === 'number' && state === 'connected'
                ? ` · ${t('answeredIn', { ms: account.ms })}`
                : ''}
              {lastUsedAt && ` · ${t('lastUsed', { when: ago(lastUsedAt) })}`}
            </Text>
            {!form.isOnItsOwn && <UsedBy uses={usedBy} />}
          </Stack>
          <Group gap="xs">
            {form.toolAction && (
              <Button
                size="xs"
                variant="default"
                aria-expanded={showsTools}
                onClick={() => setShowsTools(!showsTools)}
              >
                {t(showsTools ? 'hideTools' : 'showTools')}
              </Button>
            )}
            <Button
              size="xs"
              variant="default"
              disabled={!mayWrite}
              loading={test.isPending}
              onClick={() => test.mutate()}
              aria-label={t('testOne', { name })}
            >
              {t('test')}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={!mayConnect}
              onClick={onEdit}
              aria-label={t('changeOne', { name })}
            >
              {t('change')}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="red"
              disabled={!mayWrite}
              aria-label={t('disconnectOne', { name })}
              onClick={removal.ask}
            >
              {t('disconnect')}
            </Button>
          </Group>
        </Group>
        {problem && state !== 'connected' && (
          <Alert
            color={COLORS[state]}
            variant="light"
            title={t(state === 'reconnect' ? 'expired' : 'failingSince', { day: day(updatedAt) })}
          >
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{problem}</Text>
              {state === 'reconnect' && mayConnect && (
                <Group gap="xs">
                  {connection.settings.auth === 'oauth' && <PermitLink connectionId={id} />}
                  <Button size="xs" onClick={onEdit} variant="default">
                    {t('connectAgain')}
                  </Button>
                </Group>
              )}
            </Stack>
          </Alert>
        )}
        {showsTools && form.toolAction && <ToolList connectionId={id} kind={form.toolAction} />}
        {removal.isReplacing && (
          <ReplaceDialog<Connection>
            {...{ name, path: '/v1/connections', itemKey: id, uses: usedBy }}
            toChoice={(other) =>
              other.kind !== connection.kind || other.id === id
                ? null
                : {
                    value: other.id,
                    name: other.name,
                    label: [other.name, ...describeAccount(other.account), t(other.state)].join(', '),
                  }
            }
            verb={t('replaceAndDisconnect')}
            hint={t('replacedHint')}
            onClose={removal.stop}
          />
        )}
      </Stack>
    </Box>
  );
}

function describeAccount(account: Connection['account']): string[] {
  return [account?.name, account?.email].filter((value) => typeof value === 'string');
}
