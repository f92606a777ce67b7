import {
  Alert,
  Button,
  Checkbox,
  CopyButton,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../app/call-api.ts';
import { useMe } from '../../app/session.ts';
import { useApiForm } from '../../app/use-api-form.ts';
import { ErrorState } from '../../ui/states/error-state.tsx';

/** Makes a key, and shows it for the only time. */
export function NewKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keys');
  const { t: tFrame } = useTranslation();
  const { permissions } = useMe();
  const queryClient = useQueryClient();
  const [key, setKey] = useState<string | null>(null);
  const { form, submit, isSending, error } = useApiForm({
    initialValues: { name: '', scopes: [] as string[] },
  });
  const make = submit(async (values) => {
    const made = await callApi<{ key: string }>('/v1/api-keys', { method: 'POST', body: values });
    await queryClient.invalidateQueries({ queryKey: ['api-keys'] });
    setKey(made.key);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('make')}
      size="lg"
      closeButtonProps={{ 'aria-label': tFrame('close') }}
      closeOnClickOutside={key === null}
    >
      {key === null ? (
        <form onSubmit={make}>
          <Stack>
            {error !== null && <ErrorState error={error} />}
            <TextInput
              {...form.getInputProps('name')}
              label={t('name')}
              description={t('nameHint')}
              required
              data-autofocus
            />
            <Checkbox.Group
              {...form.getInputProps('scopes')}
              label={t('scopes')}
              description={t('scopesHint')}
            >
              <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs" spacing="xs">
                {permissions.map((permission) => (
                  <Checkbox key={permission} value={permission} label={permission} />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {tFrame('cancel')}
              </Button>
              <Button type="submit" loading={isSending}>
                {t('make')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Alert color="amber" variant="light">
            {t('once')}
          </Alert>
          <TextInput readOnly value={key} label={t('key')} ff="monospace" data-autofocus />
          <Group justify="flex-end">
            <CopyButton value={key}>
              {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>}
            </CopyButton>
            <Button variant="default" onClick={onClose}>
              {t('done')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
