import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Webhook as WebhookIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../contract/operation/webhook.ts';
import { useMay } from '../../app/session.ts';
import { Page } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { WebhookCard } from './webhook-card.tsx';
import { WebhookForm } from './webhook-form.tsx';

export function WebhooksPage() {
  const { t } = useTranslation('webhooks');
  const mayWrite = useMay()('connections:write');
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<Webhook | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['webhooks'] });
  const add = (
    <Button onClick={() => setOpen('new')} disabled={!mayWrite}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} hint={t('hint')} actions={add}>
      <Stack>
        {secret !== null && (
          <ShownOnce hint={t('secretHint')} value={secret} onDone={() => setSecret(null)} />
        )}
        <PagedList<Webhook>
          queryKey={['webhooks']}
          path="/v1/webhooks"
          empty={<EmptyState icon={WebhookIcon} title={t('none')} hint={t('noneHint')} />}
        >
          {(webhooks) => (
            <Stack>
              {webhooks.map((webhook) => (
                <WebhookCard
                  key={webhook.id}
                  webhook={webhook}
                  mayWrite={mayWrite}
                  onEdit={() => setOpen(webhook)}
                  onChanged={refresh}
                  onSecret={setSecret}
                />
              ))}
            </Stack>
          )}
        </PagedList>
      </Stack>
      {open !== null && (
        <WebhookForm
          webhook={open === 'new' ? null : open}
          onSaved={refresh}
          onSecret={setSecret}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}
