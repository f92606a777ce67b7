import { Box, Button, Group, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionForm, Language } from '../../connections/form-props.ts';
import type { Connection } from '../../contract/connections/connection.ts';
import { useMay, useMe } from '../app/session.ts';
import { ConnectForm } from './connect-form.tsx';
import { ConnectionRow } from './connection-row.tsx';

interface KindCardProps {
  kind: string;
  form: ConnectionForm;
  connections: Connection[];
}

/** One third party: what it is for, what is connected, and the way to connect. */
export function KindCard({ kind, form, connections }: KindCardProps) {
  const { t, i18n } = useTranslation('integrations');
  const mayWrite = useMay()('connections:write');
  const { role } = useMe();
  const mayConnect = mayWrite && (!form.isForOwners || role === 'owner');
  /** `new`, or the one that is changed. */
  const [open, setOpen] = useState<Connection | 'new' | null>(null);
  const { icon: Icon, label, purpose } = form;
  return (
    <Paper withBorder component="section" aria-label={label}>
      <Group p="md" align="flex-start" gap="sm">
        <Group align="flex-start" gap="sm" flex={1} miw={220} wrap="nowrap">
          <ThemeIcon variant="light" size={36} aria-hidden>
            <Icon size={19} />
          </ThemeIcon>
          <Box>
            <Title order={2}>{label}</Title>
            <Text size="sm" c="dimmed">
              {purpose[i18n.language as Language]} {mayWrite && !mayConnect && t('forOwners')}
            </Text>
          </Box>
        </Group>
        <Button
          variant={connections.length === 0 ? 'filled' : 'default'}
          size="xs"
          disabled={!mayConnect}
          onClick={() => setOpen('new')}
          aria-label={t(connections.length === 0 ? 'connectOne' : 'connectOneMore', { name: label })}
        >
          {t(connections.length === 0 ? 'connect' : 'connectAnother')}
        </Button>
      </Group>
      {connections.length > 0 && (
        <Box
          component="ul"
          className="plain-list"
          m={0}
          p={0}
          style={{ borderTop: '1px solid var(--bellhop-border)' }}
        >
          {connections.map((connection) => (
            <ConnectionRow
              key={connection.id}
              connection={connection}
              form={form}
              mayWrite={mayWrite}
              mayConnect={mayConnect}
              onEdit={() => setOpen(connection)}
            />
          ))}
        </Box>
      )}
      {open !== null && (
        <ConnectForm
          kind={kind}
          form={form}
          connection={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Paper>
  );
}
