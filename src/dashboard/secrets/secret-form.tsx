import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Secret } from '../../contract/secret.ts';
import { callApi } from '../app/call-api.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { PasswordField } from '../ui/password-field.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';

interface SecretFormProps {
  /** Null: a new one. */
  secret: Secret | null;
  onSaved: () => Promise<unknown>;
  onClose: () => void;
}

/** Stores a secret, or gives one another value or other hosts. What is stored is never shown. */
export function SecretForm({ secret, onSaved, onClose }: SecretFormProps) {
  const { t } = useTranslation('secrets');
  const { t: tFrame } = useTranslation();
  const { done } = useReport();
  const { form, submit, isSending, error } = useApiForm({
    initialValues: { name: secret?.name ?? '', value: '', hosts: secret?.hosts.join('\n') ?? '' },
  });
  const save = submit(async ({ name, value, hosts }) => {
    await callApi<Secret>(`/v1/secrets/${encodeURIComponent(name.trim())}`, {
      method: 'PUT',
      body: {
        ...(value === '' ? {} : { value }),
        hosts: hosts.split(/[\s,]+/).filter((host) => host !== ''),
      },
    });
    await onSaved();
    onClose();
    done(t('saved'));
  });
  const hostProblem = Object.entries(form.errors).find(([path]) => path.startsWith('hosts'))?.[1];
  return (
    <Modal
      opened
      onClose={onClose}
      title={secret ? t('changeOne', { name: secret.name }) : t('add')}
      closeButtonProps={{ 'aria-label': tFrame('close') }}
    >
      <form onSubmit={save}>
        <Stack>
          {error !== null && !hostProblem && <ErrorState error={error} />}
          {!secret && (
            <TextInput
              {...form.getInputProps('name')}
              label={t('name')}
              description={t('nameHint')}
              placeholder="shop_api_key"
              required
              data-autofocus
            />
          )}
          <PasswordField
            {...form.getInputProps('value')}
            label={t(secret ? 'newValue' : 'value')}
            description={t(secret ? 'newValueHint' : 'valueHint')}
            autoComplete="off"
            required={!secret}
            data-autofocus={secret ? true : undefined}
          />
          <Textarea
            {...form.getInputProps('hosts')}
            label={t('hosts')}
            description={t('hostsHint')}
            placeholder="api.example.com"
            error={hostProblem}
            autosize
            minRows={2}
            required
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {tFrame('cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
