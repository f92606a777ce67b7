import { PasswordInput, TextInput } from '@mantine/core';
import { CalendarCheck } from 'lucide-react';
import type { ConnectionForm, FieldsProps } from '../form-props.ts';

export const calForm: ConnectionForm = {
  icon: CalendarCheck,
  label: 'Cal.com',
  purpose: {
    en: 'Looks bookings up, and hears of those that are moved or called off. An action that only needs a booking page works without it.',
    de: 'Schlägt Termine nach und erfährt, wenn sie verschoben oder abgesagt werden. Eine Aktion, die nur eine Buchungsseite braucht, geht auch ohne.',
  },
  help: {
    text: {
      en: 'Make an API key at Cal.com under Settings, Developer, API keys.',
      de: 'Legen Sie bei Cal.com unter Settings, Developer, API keys einen API-Schlüssel an.',
    },
    url: 'https://app.cal.com/settings/developer/api-keys',
  },
  start: ({ origin }) => ({ apiKey: '', origin: typeof origin === 'string' ? origin : 'https://cal.com' }),
  toParts: ({ apiKey, origin }) => ({
    settings: { origin: origin?.trim() || 'https://cal.com' },
    ...(apiKey ? { credentials: { apiKey } } : {}),
  }),
  Fields: CalFields,
};

function CalFields({ answers, onChange, errorAt, language, isStored }: FieldsProps) {
  const say = texts[language];
  return (
    <>
      <PasswordInput
        label={say.apiKey}
        description={isStored ? say.stays : undefined}
        placeholder="cal_live_…"
        required={!isStored}
        autoComplete="off"
        value={answers.apiKey ?? ''}
        onChange={(event) => onChange({ ...answers, apiKey: event.currentTarget.value })}
        error={errorAt('credentials.apiKey') ?? errorAt('credentials')}
      />
      <TextInput
        label={say.origin}
        description={say.originHint}
        inputMode="url"
        value={answers.origin ?? ''}
        onChange={(event) => onChange({ ...answers, origin: event.currentTarget.value })}
        error={errorAt('settings.origin')}
      />
    </>
  );
}

const texts = {
  en: {
    apiKey: 'API key',
    stays: 'Leave it empty to keep the one that is stored.',
    origin: 'Address',
    originHint: 'Change it only when you host Cal yourself.',
  },
  de: {
    apiKey: 'API-Schlüssel',
    stays: 'Leer lassen, um den gespeicherten zu behalten.',
    origin: 'Adresse',
    originHint: 'Nur ändern, wenn Sie Cal selbst betreiben.',
  },
};
