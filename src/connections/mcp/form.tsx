import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { Blocks } from 'lucide-react';
import type { ConnectionForm, FieldsProps } from '../form-props.ts';

export const mcpForm: ConnectionForm = {
  icon: Blocks,
  label: 'MCP',
  purpose: {
    en: 'Connects a server of the Model Context Protocol. You allow its tools one by one; each becomes an action.',
    de: 'Verbindet einen Server des Model Context Protocol. Sie erlauben seine Werkzeuge einzeln; jedes wird eine Aktion.',
  },
  help: {
    text: {
      en: 'Ask whoever runs the server for its address and a token. It has to speak Streamable HTTP.',
      de: 'Fragen Sie den Betreiber des Servers nach Adresse und Token. Er muss Streamable HTTP sprechen.',
    },
    url: null,
  },
  start: ({ url }) => ({
    ...{ auth: 'none', token: '', header: 'X-API-Key', value: '' },
    url: typeof url === 'string' ? url : '',
  }),
  toParts({ url, auth, token, header, value }) {
    if (auth === 'token') return { settings: { url }, credentials: { token } };
    if (auth === 'header') return { settings: { url }, credentials: { header, value } };
    return { settings: { url } };
  },
  Fields: McpFields,
  toolAction: 'mcp',
};

function McpFields({ answers, onChange, errorAt, language, isStored }: FieldsProps) {
  const say = texts[language];
  const set = (name: string) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...answers, [name]: event.currentTarget.value });
  return (
    <>
      <TextInput
        label={say.url}
        placeholder="https://mcp.example.com/mcp"
        inputMode="url"
        required
        value={answers.url ?? ''}
        onChange={set('url')}
        error={errorAt('settings.url')}
      />
      <NativeSelect
        label={say.auth}
        value={answers.auth ?? 'none'}
        onChange={set('auth')}
        data={[
          { value: 'none', label: isStored ? say.asStored : say.none },
          { value: 'token', label: say.token },
          { value: 'header', label: say.header },
        ]}
      />
      {answers.auth === 'token' && (
        <PasswordInput
          label={say.tokenValue}
          description={say.secret}
          required
          autoComplete="off"
          value={answers.token ?? ''}
          onChange={set('token')}
          error={errorAt('credentials.token') ?? errorAt('credentials')}
        />
      )}
      {answers.auth === 'header' && (
        <>
          <TextInput
            label={say.headerName}
            required
            value={answers.header ?? ''}
            onChange={set('header')}
            error={errorAt('credentials.header')}
          />
          <PasswordInput
            label={say.headerValue}
            description={say.secret}
            required
            autoComplete="off"
            value={answers.value ?? ''}
            onChange={set('value')}
            error={errorAt('credentials.value') ?? errorAt('credentials')}
          />
        </>
      )}
    </>
  );
}

const en = {
  url: 'Address of the server',
  auth: 'How Bellhop signs in',
  none: 'It does not have to',
  asStored: 'As it is stored',
  token: 'With a bearer token',
  header: 'With a header',
  tokenValue: 'Token',
  headerName: 'Name of the header',
  headerValue: 'Its value',
  secret: 'Stored encrypted, and sent to this server only.',
};

const de: typeof en = {
  url: 'Adresse des Servers',
  auth: 'Wie Bellhop sich anmeldet',
  none: 'Gar nicht',
  asStored: 'Wie gespeichert',
  token: 'Mit einem Bearer-Token',
  header: 'Mit einem Header',
  tokenValue: 'Token',
  headerName: 'Name des Headers',
  headerValue: 'Sein Wert',
  secret: 'Wird verschlüsselt gespeichert und nur an diesen Server gesendet.',
};

const texts = { en, de };
