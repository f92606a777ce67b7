import { Alert, Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ImportedRequest } from '../../../contract/http/import.ts';
import { CodeField } from '../../form-kit/code-field.tsx';
import type { FormProps } from '../../form-props.ts';
import { FoundSecrets } from './found-secrets.tsx';
import { type HttpSettings, hostOf, readNames } from './http-settings.ts';
import { OpenApiImport } from './openapi-import.tsx';
import { RequestTabs } from './request-tabs.tsx';
import { texts } from './texts.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** What is sent, and where to: written by hand, pasted as cURL, or taken from an OpenAPI document. */
export function RequestSection(props: FormProps<HttpSettings>) {
  const { settings, onChange, errorAt, ports, language } = props;
  const say = texts[language];
  const { request } = settings;
  const [isImporting, setIsImporting] = useState(false);
  const [imported, setImported] = useState<ImportedRequest | null>(null);
  const { data: secrets = NO_SECRETS } = useQuery({
    queryKey: ['action-form', 'secrets'],
    queryFn: async () => (await ports.listSecrets()).map(({ name }) => name),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: these alone change what a placeholder may name
  const names = useMemo(() => readNames(props, secrets), [settings, secrets, language]);
  const take = (answer: ImportedRequest) => {
    setImported(answer);
    onChange({ ...settings, request: answer.request, inputs: answer.inputs });
  };
  const paste = useMutation({
    mutationFn: (curl: string) => ports.importRequest({ curl }),
    onSuccess: (answer) => 'request' in answer && take(answer),
  });
  return (
    <Stack gap="sm">
      <Group align="flex-start" gap="xs" wrap="nowrap">
        <NativeSelect
          label={say.method}
          w={104}
          data={METHODS.includes(request.method) ? METHODS : [request.method, ...METHODS]}
          value={request.method}
          onChange={(event) =>
            onChange({ ...settings, request: { ...request, method: event.currentTarget.value } })
          }
          error={errorAt('request.method')}
        />
        <CodeField
          label={say.address}
          isSingleLine
          autoFocus={request.url === ''}
          placeholder={say.addressExample}
          value={request.url}
          onChange={(url) => onChange({ ...settings, request: { ...request, url } })}
          onPasteText={(text) => {
            if (!/^\s*curl\s/i.test(text)) return false;
            paste.mutate(text);
            return true;
          }}
          names={names}
          error={errorAt('request.url')}
        />
      </Group>
      <Button variant="subtle" style={{ alignSelf: 'start' }} onClick={() => setIsImporting(true)}>
        {say.importOpenApi}
      </Button>
      <div role="status">
        {paste.isPending && say.importing}
        {imported && [say.imported, ...imported.notes].map((note) => <p key={note}>{note}</p>)}
      </div>
      {paste.error && (
        <Alert color="red" title={say.importFailed}>
          {paste.error.message}
        </Alert>
      )}
      {imported?.secretsFound.some(({ name }) => !secrets.includes(name)) && (
        <FoundSecrets
          found={imported.secretsFound}
          host={hostOf(request.url)}
          {...{ ports, language }}
          onStored={() => setImported({ ...imported, secretsFound: [] })}
        />
      )}
      <RequestTabs {...props} names={names} />
      <OpenApiImport
        isOpen={isImporting}
        onClose={() => setIsImporting(false)}
        onImported={take}
        {...{ ports, language }}
      />
    </Stack>
  );
}

const NO_SECRETS: string[] = [];
