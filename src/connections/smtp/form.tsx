import { NativeSelect, PasswordInput, SimpleGrid, TextInput } from '@mantine/core';
import { Mail } from 'lucide-react';
import type { ConnectionForm, FieldsProps } from '../form-props.ts';

/** The usual port of each way, so that a choice of one brings the other. */
const PORTS: Record<string, string> = { starttls: '587', implicit: '465', none: '587' };

export const smtpForm: ConnectionForm = {
  icon: Mail,
  label: 'SMTP',
  purpose: {
    en: 'Sends the invitations of this workspace through your own mail server.',
    de: 'Verschickt die Einladungen dieses Arbeitsbereichs über Ihren eigenen Mailserver.',
  },
  help: {
    text: {
      en: 'Your mail provider names the server, the port, and whether it wants a password made for apps. Nothing is sent by the test.',
      de: 'Ihr Mailanbieter nennt Server, Port und ob er ein Passwort für Apps verlangt. Die Prüfung verschickt nichts.',
    },
    url: null,
  },
  start: (settings) => ({
    host: text(settings.host),
    port: settings.port === undefined ? '587' : String(settings.port),
    tls: text(settings.tls) || 'starttls',
    user: text(settings.user),
    password: '',
    fromAddress: text(settings.fromAddress),
    fromName: text(settings.fromName),
  }),
  toParts({ password, port, ...settings }) {
    const parts = { settings: { ...settings, port: Number(port) } };
    if (!settings.user?.trim()) return { ...parts, credentials: null };
    return password ? { ...parts, credentials: { password } } : parts;
  },
  Fields: SmtpFields,
  isForOwners: true,
};

function SmtpFields({ answers, onChange, errorAt, language, isStored }: FieldsProps) {
  const say = texts[language];
  const field = (name: string) => ({
    label: say[name as keyof typeof say],
    value: answers[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...answers, [name]: event.currentTarget.value }),
    error: errorAt(`settings.${name}`),
  });
  const chooseTls = (event: { currentTarget: { value: string } }) => {
    const tls = event.currentTarget.value;
    const isUsual = answers.port === PORTS[answers.tls ?? ''];
    onChange({ ...answers, tls, ...(isUsual ? { port: PORTS[tls] ?? '' } : {}) });
  };
  return (
    <>
      <TextInput {...field('host')} placeholder="smtp.example.com" inputMode="url" required />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          {...field('tls')}
          onChange={chooseTls}
          data={[
            { value: 'starttls', label: say.starttls },
            { value: 'implicit', label: say.implicit },
            { value: 'none', label: say.none },
          ]}
        />
        <TextInput {...field('port')} inputMode="numeric" required />
      </SimpleGrid>
      <TextInput {...field('user')} description={say.userHint} autoComplete="off" />
      {answers.user?.trim() && (
        <PasswordInput
          {...field('password')}
          description={isStored ? say.stays : say.secret}
          required={!isStored}
          autoComplete="new-password"
          error={errorAt('credentials.password') ?? errorAt('credentials')}
        />
      )}
      <TextInput {...field('fromAddress')} type="email" placeholder="hello@example.com" required />
      <TextInput {...field('fromName')} description={say.fromNameHint} />
    </>
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const en = {
  host: 'Server',
  tls: 'Encryption',
  starttls: 'STARTTLS',
  implicit: 'TLS from the start',
  none: 'None, where the operator permits it',
  port: 'Port',
  user: 'User',
  userHint: 'Empty if the server takes mails without one.',
  password: 'Password',
  secret: 'Stored encrypted, and sent to this server only.',
  stays: 'Leave it empty to keep the one that is stored.',
  fromAddress: 'Address that mails are from',
  fromName: 'Name that mails are from',
  fromNameHint: 'Such as the name of your company. It may be empty.',
};

const de: typeof en = {
  host: 'Server',
  tls: 'Verschlüsselung',
  starttls: 'STARTTLS',
  implicit: 'TLS von Anfang an',
  none: 'Keine, wo der Betreiber es erlaubt',
  port: 'Port',
  user: 'Benutzer',
  userHint: 'Leer, wenn der Server Mails auch ohne annimmt.',
  password: 'Passwort',
  secret: 'Wird verschlüsselt gespeichert und nur an diesen Server gesendet.',
  stays: 'Leer lassen, um das gespeicherte zu behalten.',
  fromAddress: 'Absenderadresse',
  fromName: 'Absendername',
  fromNameHint: 'Etwa der Name Ihrer Firma. Darf leer sein.',
};

const texts = { en, de };
