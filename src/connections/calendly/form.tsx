import { PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { CalendarClock } from 'lucide-react';
import type { ConnectionForm, FieldsProps } from '../form-props.ts';

export const calendlyForm: ConnectionForm = {
  icon: CalendarClock,
  label: 'Calendly',
  purpose: {
    en: 'Offers the free times of your calendar in the chat, and books them.',
    de: 'Bietet freie Zeiten Ihres Kalenders im Chat an und bucht sie.',
  },
  help: {
    text: {
      en: 'Make a personal access token at Calendly under Integrations, API and webhooks.',
      de: 'Legen Sie bei Calendly unter Integrations, API and webhooks einen persönlichen Zugangsschlüssel an.',
    },
    url: 'https://calendly.com/integrations/api_webhooks',
  },
  start: ({ auth, clientId, sandbox }) => ({
    ...{ auth: auth === 'oauth' ? 'oauth' : 'token', token: '', clientSecret: '', webhookSigningKey: '' },
    clientId: typeof clientId === 'string' ? clientId : '',
    sandbox: sandbox === true ? 'true' : '',
  }),
  toParts({ auth, token, clientId, clientSecret, webhookSigningKey, sandbox }) {
    if (auth !== 'oauth')
      return {
        settings: { auth: 'token', ...(sandbox ? { sandbox: true } : {}) },
        ...(token ? { credentials: { token } } : {}),
      };
    const key = webhookSigningKey ? { webhookSigningKey } : {};
    return {
      settings: { auth: 'oauth', clientId },
      ...(clientSecret ? { credentials: { clientSecret, ...key } } : {}),
    };
  },
  Fields: CalendlyFields,
};

function CalendlyFields({ answers, onChange, errorAt, language, isStored }: FieldsProps) {
  const say = texts[language];
  const set = (name: string) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...answers, [name]: event.currentTarget.value });
  return (
    <>
      <SegmentedControl
        aria-label={say.way}
        data={[
          { value: 'token', label: say.token },
          { value: 'oauth', label: say.application },
        ]}
        value={answers.auth ?? 'token'}
        onChange={(auth) => onChange({ ...answers, auth })}
      />
      {answers.auth === 'oauth' ? (
        <>
          <TextInput
            label={say.clientId}
            description={say.applicationHint}
            required
            value={answers.clientId ?? ''}
            onChange={set('clientId')}
            error={errorAt('settings.clientId')}
          />
          <PasswordInput
            label={say.clientSecret}
            description={isStored ? say.stays : undefined}
            required={!isStored}
            autoComplete="off"
            value={answers.clientSecret ?? ''}
            onChange={set('clientSecret')}
            error={errorAt('credentials.clientSecret') ?? errorAt('credentials')}
          />
          <PasswordInput
            label={say.signingKey}
            description={say.signingKeyHint}
            autoComplete="off"
            value={answers.webhookSigningKey ?? ''}
            onChange={set('webhookSigningKey')}
            error={errorAt('credentials.webhookSigningKey')}
          />
        </>
      ) : (
        <PasswordInput
          label={say.token}
          description={isStored ? say.stays : undefined}
          required={!isStored}
          autoComplete="off"
          value={answers.token ?? ''}
          onChange={set('token')}
          error={errorAt('credentials.token') ?? errorAt('credentials')}
        />
      )}
    </>
  );
}

const en = {
  way: 'How to connect',
  token: 'Personal access token',
  application: 'Own application',
  applicationHint:
    'Of your application at developer.calendly.com. You permit it at Calendly in the next step.',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  signingKey: 'Webhook signing key',
  signingKeyHint: 'May be left out: then Bellhop asks Calendly instead of being told.',
  stays: 'Leave it empty to keep the one that is stored.',
};

const de: typeof en = {
  way: 'Art der Verbindung',
  token: 'Persönlicher Zugangsschlüssel',
  application: 'Eigene Anwendung',
  applicationHint:
    'Ihrer Anwendung bei developer.calendly.com. Im nächsten Schritt erlauben Sie den Zugriff bei Calendly.',
  clientId: 'Client-ID',
  clientSecret: 'Client-Secret',
  signingKey: 'Schlüssel für Webhook-Signaturen',
  signingKeyHint: 'Kann fehlen: Dann fragt Bellhop bei Calendly nach, statt benachrichtigt zu werden.',
  stays: 'Leer lassen, um das Gespeicherte zu behalten.',
};

const texts = { en, de };
