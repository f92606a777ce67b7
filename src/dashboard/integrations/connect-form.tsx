import { Alert, Anchor, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionForm, Language } from '../../connections/form-props.ts';
import type { Connection } from '../../contract/connections/connection.ts';
import { ApiError } from '../app/api-error.ts';
import { callApi } from '../app/call-api.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';

interface ConnectFormProps {
  kind: string;
  form: ConnectionForm;
  /** Null: a new one. */
  connection: Connection | null;
  onClose: () => void;
}

/** Connects a third party, or gives a connection other settings. It is tried at once; what was typed stays when it fails. */
export function ConnectForm({ kind, form, connection, onClose }: ConnectFormProps) {
  const { t, i18n } = useTranslation('integrations');
  const { t: tFrame } = useTranslation();
  const language = i18n.language as Language;
  const queryClient = useQueryClient();
  const { done } = useReport();
  const [name, setName] = useState(connection?.name ?? '');
  const [answers, setAnswers] = useState(() => form.start(connection?.settings ?? {}));
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  /** It is stored, and does not work yet. */
  const [stored, setStored] = useState<Connection | null>(connection);
  const [problem, setProblem] = useState<string | null>(null);
  const details = error instanceof ApiError ? error.details : [];
  const { Fields, label, help } = form;

  async function send(event: FormEvent) {
    event.preventDefault();
    setSending(true);
    setError(null);
    setProblem(null);
    const body = { ...(name.trim() ? { name: name.trim() } : {}), ...form.toParts(answers) };
    try {
      const saved = stored
        ? await callApi<Connection>(`/v1/connections/${stored.id}`, { method: 'PATCH', body })
        : await callApi<Connection>('/v1/connections', { method: 'POST', body: { kind, ...body } });
      await queryClient.invalidateQueries({ queryKey: ['connections'] });
      setStored(saved);
      if (saved.state === 'connected') done(t('isConnected', { name: saved.name }));
      if (saved.state === 'connected' || saved.settings.auth === 'oauth') onClose();
      else setProblem(saved.problem);
    } catch (fault) {
      setError(fault);
    } finally {
      setSending(false);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(connection ? 'changeOne' : 'connectOne', { name: connection?.name ?? label })}
      closeButtonProps={{ 'aria-label': tFrame('close') }}
    >
      <form onSubmit={(event) => void send(event)}>
        <Stack>
          <Text size="sm">
            {help.text[language]}{' '}
            {help.url && (
              <Anchor href={help.url} target="_blank" rel="noreferrer" size="sm" td="underline">
                {t('openPage')} <ExternalLink size={12} aria-hidden />
              </Anchor>
            )}
          </Text>
          {error !== null && details.length === 0 && <ErrorState error={error} />}
          {problem !== null && (
            <Alert role="alert" color="amber" variant="light" title={t('notYet')}>
              {problem}
            </Alert>
          )}
          <Fields
            answers={answers}
            onChange={setAnswers}
            errorAt={(path) => details.find((detail) => detail.path === path)?.message}
            language={language}
            isStored={stored?.hasCredentials ?? false}
          />
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            placeholder={label}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={details.find(({ path }) => path === 'name')?.message}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {tFrame('cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {t(stored ? 'saveAndTest' : 'connect')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
