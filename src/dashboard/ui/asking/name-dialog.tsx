import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '../../app/use-api-form.ts';
import { ErrorState } from '../states/error-state.tsx';

interface NameDialogProps {
  title: string;
  label: string;
  hint: string;
  /** What the button says that makes it. */
  verb: string;
  /** Sends the name. It stays in its field when that fails, with the reason. */
  make: (body: { name: string }) => Promise<void>;
  onClose: () => void;
}

/** Asks for the name of what is to be made. */
export function NameDialog({ title, label, hint, verb, make, onClose }: NameDialogProps) {
  const { t } = useTranslation();
  const { form, submit, isSending, error } = useApiForm({ initialValues: { name: '' } });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit(make)}>
        <Stack>
          {error !== null && <ErrorState error={error} />}
          <TextInput
            {...form.getInputProps('name')}
            label={label}
            description={hint}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
