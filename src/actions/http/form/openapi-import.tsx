import {
  Alert,
  Button,
  FileButton,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportedRequest, OperationList } from '../../../contract/http/import.ts';
import type { FormPorts, Language } from '../../form-props.ts';
import { texts } from './texts.ts';

interface OpenApiImportProps {
  isOpen: boolean;
  onClose(): void;
  onImported(imported: ImportedRequest): void;
  ports: FormPorts;
  language: Language;
}

/** Reads a document, lists its operations, and takes one over. */
export function OpenApiImport({ isOpen, onClose, onImported, ports, language }: OpenApiImportProps) {
  const say = texts[language];
  const [openapi, setDocument] = useState('');
  const [operationId, setOperationId] = useState('');
  const [baseUrl, setBaseUrl] = useState('');
  const [operations, setOperations] = useState<OperationList['operations']>([]);
  const read = useMutation({
    mutationFn: () =>
      ports.importRequest({
        openapi,
        ...(operationId ? { operationId } : {}),
        ...(baseUrl ? { baseUrl } : {}),
      }),
    onSuccess(answer) {
      if ('request' in answer) {
        onImported(answer);
        onClose();
        return;
      }
      setOperations(answer.operations);
      setOperationId(answer.operations[0]?.operationId ?? '');
    },
  });
  const setText = (text: string) => {
    setDocument(text);
    setOperations([]);
    setOperationId('');
    read.reset();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={say.importOpenApi}
      size="lg"
      closeButtonProps={{ 'aria-label': say.cancel }}
    >
      <Stack gap="sm">
        <Textarea
          label={say.document}
          autosize
          minRows={4}
          maxRows={12}
          data-autofocus
          value={openapi}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FileButton
          accept=".json,.yaml,.yml,application/json"
          onChange={async (file) => file && setText(await file.text())}
        >
          {(props) => (
            <Button {...props} variant="default" style={{ alignSelf: 'start' }}>
              {say.upload}
            </Button>
          )}
        </FileButton>
        {operations.length > 0 && (
          <>
            <NativeSelect
              label={say.operation}
              data={operations.map(({ operationId: value, method, path, summary }) => ({
                value,
                label: `${method} ${path}${summary ? `, ${summary}` : ''}`,
              }))}
              value={operationId}
              onChange={(event) => setOperationId(event.currentTarget.value)}
            />
            <TextInput
              label={say.baseUrl}
              description={say.baseUrlHint}
              placeholder="https://api.example.com"
              value={baseUrl}
              onChange={(event) => setBaseUrl(event.currentTarget.value)}
            />
          </>
        )}
        {read.error && (
          <Alert color="red" title={say.importFailed}>
            {read.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button loading={read.isPending} disabled={openapi.trim() === ''} onClick={() => read.mutate()}>
            {operations.length > 0 ? say.useOperation : say.readDocument}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
