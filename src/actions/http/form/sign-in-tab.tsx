import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormPorts, Language } from '../../form-props.ts';
import { NewSecret } from './new-secret.tsx';
import { readSignIn, type SignIn, writeSignIn } from './sign-in.ts';
import { texts } from './texts.ts';

interface SignInTabProps {
  headers: { name: string; value: string }[];
  onChange(headers: { name: string; value: string }[]): void;
  secrets: string[];
  /** Where the request goes: a new secret is bound to it. */
  host: string;
  ports: FormPorts;
  language: Language;
}

/** How the API knows the owner: a secret in a header. It is a header like the others, and stands among them. */
export function SignInTab({ headers, onChange, secrets, host, ports, language }: SignInTabProps) {
  const say = texts[language];
  const [draft, setDraft] = useState<SignIn | null>(null);
  const [isNew, setIsNew] = useState(false);
  const signIn = readSignIn(headers) ?? draft ?? { type: 'none', header: 'X-Api-Key', secret: '' };
  const change = (next: SignIn) => {
    setDraft(next);
    onChange(writeSignIn(headers, next));
  };
  const isStored = signIn.secret === '' || secrets.includes(signIn.secret);
  return (
    <Stack gap="sm">
      <NativeSelect
        label={say.signIn}
        w={220}
        data={Object.entries(say.signIns).map(([value, label]) => ({ value, label }))}
        value={signIn.type}
        onChange={(event) => {
          const type = event.currentTarget.value as SignIn['type'];
          change({ ...signIn, type });
          setIsNew(type !== 'none' && signIn.secret === '' && secrets.length === 0);
        }}
      />
      {signIn.type === 'header' && (
        <TextInput
          label={say.headerName}
          w={220}
          value={signIn.header}
          onChange={(event) => change({ ...signIn, header: event.currentTarget.value })}
        />
      )}
      {signIn.type !== 'none' && !isNew && (
        <NativeSelect
          label={say.secret}
          w={320}
          data={[
            { value: '', label: say.chooseSecret },
            ...(isStored ? secrets : [signIn.secret, ...secrets]).map((value) => ({ value, label: value })),
          ]}
          value={signIn.secret}
          onChange={(event) => change({ ...signIn, secret: event.currentTarget.value })}
        />
      )}
      {signIn.type !== 'none' &&
        (isNew ? (
          <NewSecret
            {...{ host, ports, language }}
            onSaved={(secret) => {
              change({ ...signIn, secret });
              setIsNew(false);
            }}
            onCancel={() => setIsNew(false)}
          />
        ) : (
          <Button variant="subtle" style={{ alignSelf: 'start' }} onClick={() => setIsNew(true)}>
            {say.newSecret}
          </Button>
        ))}
    </Stack>
  );
}
