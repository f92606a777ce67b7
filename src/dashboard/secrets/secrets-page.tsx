import { Button, Paper } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Secret } from '../../contract/secret.ts';
import { useMay } from '../app/session.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { SecretForm } from './secret-form.tsx';
import { SecretRow } from './secret-row.tsx';

export function SecretsPage() {
  const { t } = useTranslation('secrets');
  const mayWrite = useMay()('secrets:write');
  const queryClient = useQueryClient();
  /** `new`, or the one that is changed. */
  const [open, setOpen] = useState<Secret | 'new' | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['secrets'] });
  const add = (
    <Button onClick={() => setOpen('new')} disabled={!mayWrite}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} hint={t('hint')} actions={add}>
      <PagedList<Secret>
        queryKey={['secrets']}
        path="/v1/secrets"
        empty={
          <EmptyState
            icon={KeyRound}
            title={t('none')}
            hint={t('noneHint', { placeholder: '{{secrets.NAME}}' })}
          />
        }
      >
        {(secrets) => (
          <Paper withBorder component="ul" className="plain-list" m={0} p={0}>
            {secrets.map((secret) => (
              <SecretRow
                key={secret.name}
                secret={secret}
                mayWrite={mayWrite}
                onEdit={() => setOpen(secret)}
                onGone={refresh}
              />
            ))}
          </Paper>
        )}
      </PagedList>
      {open !== null && (
        <SecretForm secret={open === 'new' ? null : open} onSaved={refresh} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}
