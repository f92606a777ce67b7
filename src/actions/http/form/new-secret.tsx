import { Alert, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormPorts, Language } from '../../form-props.ts';
import { texts } from './texts.ts';

interface NewSecretProps {
  host: string;
  ports: FormPorts;
  language: Language;
  onSaved(name: string): void;
  onCancel(): void;
}

/** Stores a secret on the spot. What was typed is sent once, and then forgotten here. */
export function NewSecret({ host, ports, language, onSaved, onCancel }: NewSecretProps) {
  const say = texts[language];
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const [hosts, setHosts] = useState(host);
  const save = useMutation({
    mutationFn: () => ports.saveSecret(name, { value, hosts: hosts.split(/[\s,]+/).filter(Boolean) }),
    onSuccess: async () => {
      setValue('');
      await client.invalidateQueries({ queryKey: ['action-form', 'secrets'] });
      onSaved(name);
    },
  });
  return (
    <Stack gap="xs" role="group" aria-label={say.newSecret}>
      <TextInput
        label={say.secretName}
        placeholder="SHOP_TOKEN"
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9_]/g, '_'))}
      />
      <PasswordInput
        label={say.secretValue}
        description={say.secretHint}
        autoComplete="off"
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <TextInput
        label={say.secretHost}
        placeholder="api.example.com"
        value={hosts}
        onChange={(event) => setHosts(event.currentTarget.value)}
      />
      {save.error && <Alert color="red">{save.error.message}</Alert>}
      <Group gap="xs">
        <Button
          size="sm"
          loading={save.isPending}
          disabled={!name || !value || !hosts}
          onClick={() => save.mutate()}
        >
          {say.saveSecret}
        </Button>
        <Button size="sm" variant="subtle" onClick={onCancel}>
          {say.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
