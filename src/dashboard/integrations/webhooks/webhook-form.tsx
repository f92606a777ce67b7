import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EventType, Webhook } from '../../../contract/operation/webhook.ts';
import { callApi } from '../../app/call-api.ts';
import { useApiForm } from '../../app/use-api-form.ts';
import { ErrorState } from '../../ui/states/error-state.tsx';

interface WebhookFormProps {
  /** Null: a new one. */
  webhook: Webhook | null;
  onSaved: () => Promise<unknown>;
  onSecret: (secret: string) => void;
  onClose: () => void;
}

/** By name, so that a new event without words does not compile. */
const EVENTS: Record<EventType, string> = {
  'conversation.created': 'conversationCreated',
  'message.created': 'messageCreated',
  'conversation.muted': 'conversationMuted',
  'conversation.unmuted': 'conversationUnmuted',
  'lead.submitted': 'leadSubmitted',
  'call.failed': 'callFailed',
  'booking.created': 'bookingCreated',
};

export function WebhookForm({ webhook, onSaved, onSecret, onClose }: WebhookFormProps) {
  const { t } = useTranslation('webhooks');
  const { t: tFrame } = useTranslation();
  const { form, submit, isSending, error } = useApiForm({
    initialValues: {
      url: webhook?.url ?? '',
      events: webhook?.events ?? (['lead.submitted'] as string[]),
    },
  });
  const save = submit(async (body) => {
    if (webhook) await callApi(`/v1/webhooks/${webhook.id}`, { method: 'PATCH', body });
    else {
      const made = await callApi<Webhook>('/v1/webhooks', { method: 'POST', body });
      onSecret((await callApi<{ secret: string }>(`/v1/webhooks/${made.id}/secret`)).secret);
    }
    await onSaved();
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(webhook ? 'change' : 'add')}
      closeButtonProps={{ 'aria-label': tFrame('close') }}
    >
      <form onSubmit={save}>
        <Stack>
          {error !== null && <ErrorState error={error} />}
          <TextInput
            {...form.getInputProps('url')}
            label={t('url')}
            description={t('urlHint')}
            placeholder="https://example.com/hooks/bellhop"
            inputMode="url"
            required
            data-autofocus
          />
          <Checkbox.Group {...form.getInputProps('events')} label={t('events')}>
            <Stack gap="xs" mt="xs">
              {Object.entries(EVENTS).map(([event, key]) => (
                <Checkbox key={event} value={event} label={t(key)} description={event} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {tFrame('cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {t(webhook ? 'save' : 'addIt')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
