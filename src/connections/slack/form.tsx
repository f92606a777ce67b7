import { PasswordInput } from '@mantine/core';
import { MessageSquareShare } from 'lucide-react';
import type { ConnectionForm, FieldsProps } from '../form-props.ts';

export const slackForm: ConnectionForm = {
  icon: MessageSquareShare,
  label: 'Slack',
  purpose: {
    en: 'Writes to a channel when a visitor asks for a human, with a link to the conversation.',
    de: 'Schreibt in einen Kanal, wenn ein Besucher nach einem Menschen fragt, mit einem Link zum Gespräch.',
  },
  help: {
    text: {
      en: 'Make an app at Slack, turn on Incoming Webhooks, add one to your channel, and copy its address.',
      de: 'Legen Sie bei Slack eine App an, schalten Sie Incoming Webhooks ein, fügen Sie einen zu Ihrem Kanal hinzu und kopieren Sie die Adresse.',
    },
    url: 'https://api.slack.com/apps',
  },
  start: () => ({ url: '' }),
  toParts: ({ url }) => ({ settings: {}, ...(url ? { credentials: { url } } : {}) }),
  Fields: SlackFields,
  isOnItsOwn: true,
};

function SlackFields({ answers, onChange, errorAt, language, isStored }: FieldsProps) {
  const say = texts[language];
  return (
    <PasswordInput
      label={say.url}
      description={isStored ? say.stays : say.hint}
      placeholder="https://hooks.slack.com/services/…"
      required={!isStored}
      autoComplete="off"
      value={answers.url ?? ''}
      onChange={(event) => onChange({ ...answers, url: event.currentTarget.value })}
      error={errorAt('credentials.url') ?? errorAt('credentials')}
    />
  );
}

const texts = {
  en: {
    url: 'Address of the webhook',
    hint: 'Whoever has it can write to the channel, so it is stored as a secret.',
    stays: 'Leave it empty to keep the one that is stored.',
  },
  de: {
    url: 'Adresse des Webhooks',
    hint: 'Wer sie kennt, kann in den Kanal schreiben. Deshalb wird sie als Geheimnis gespeichert.',
    stays: 'Leer lassen, um die gespeicherte zu behalten.',
  },
};
