import { Alert, Button, List } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportedRequest } from '../../../contract/http/import.ts';
import type { FormPorts, Language } from '../../form-props.ts';
import { texts } from './texts.ts';

interface FoundSecretsProps {
  found: ImportedRequest['secretsFound'];
  host: string;
  ports: FormPorts;
  language: Language;
  onStored(): void;
}

/** Offers to store the secrets that were taken out of what somebody pasted. */
export function FoundSecrets({ found, host, ports, language, onStored }: FoundSecretsProps) {
  const say = texts[language];
  const client = useQueryClient();
  const withValue = found.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  const store = useMutation({
    mutationFn: () =>
      Promise.all(withValue.map(({ name, value }) => ports.saveSecret(name, { value, hosts: [host] }))),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['action-form', 'secrets'] });
      onStored();
    },
  });
  return (
    <Alert title={say.foundTitle}>
      {say.foundHint}
      <List size="sm" my="xs">
        {found.map(({ name, where }) => (
          <List.Item key={name}>{say.foundAt(name, where)}</List.Item>
        ))}
      </List>
      {store.error && <p role="alert">{store.error.message}</p>}
      {withValue.length > 0 && (
        <Button size="sm" loading={store.isPending} onClick={() => store.mutate()}>
          {say.storeAll}
        </Button>
      )}
    </Alert>
  );
}
