import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callApi } from '../app/call-api.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { ErrorState } from '../ui/states/error-state.tsx';

/** Makes a workspace of one's own, and goes there. */
export function NewWorkspace({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { form, submit, isSending, error } = useApiForm({ initialValues: { name: '' } });
  const make = submit(async (body) => {
    await callApi('/v1/workspaces', { method: 'POST', body });
    // Nothing of the one before may stay.
    location.assign('/');
  });
  return (
    <Modal opened onClose={onClose} title={t('newWorkspace')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={make}>
        <Stack>
          {error !== null && <ErrorState error={error} />}
          <TextInput
            {...form.getInputProps('name')}
            label={t('workspaceName')}
            description={t('workspaceHint')}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {t('makeWorkspace')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
