import {
  ActionIcon,
  Button,
  Collapse,
  Group,
  NumberInput,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FormProps } from '../../form-props.ts';
import type { HttpSettings } from './http-settings.ts';
import { texts } from './texts.ts';

/** What of the answer the agent may use, and what it says then. */
export function ReadSection(props: FormProps<HttpSettings>) {
  const { settings, onChange, errorAt, language } = props;
  const say = texts[language];
  const { response } = settings;
  const { fields } = response;
  const setFields = (next: typeof fields) =>
    onChange({ ...settings, response: { ...response, fields: next } });
  return (
    <Stack gap="sm">
      {fields.length === 0 && <Text size="sm">{say.noReads}</Text>}
      {fields.map((field, index) => (
        <Group
          // biome-ignore lint/suspicious/noArrayIndexKey: a path has no identity but its place, it is being typed
          key={index}
          gap="xs"
          align="flex-start"
          role="group"
          aria-label={field.name}
        >
          <TextInput
            label={say.fieldPath}
            placeholder="$.order.status"
            style={{ flex: '2 1 10rem' }}
            value={field.path}
            onChange={(event) => setFields(fields.with(index, { ...field, path: event.currentTarget.value }))}
            error={errorAt(`response.fields.${index}.path`)}
          />
          <TextInput
            label={say.fieldName}
            style={{ flex: '1 1 8rem' }}
            value={field.name}
            onChange={(event) => setFields(fields.with(index, { ...field, name: event.currentTarget.value }))}
            error={errorAt(`response.fields.${index}.name`)}
          />
          <ActionIcon
            variant="subtle"
            size={36}
            mt={24}
            aria-label={say.removePair(field.name)}
            onClick={() => setFields(fields.toSpliced(index, 1))}
          >
            <Trash2 size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {errorAt('response.fields') && (
        <Text size="sm" c="var(--mantine-color-error)" data-error>
          {errorAt('response.fields')}
        </Text>
      )}
      <Button
        variant="subtle"
        leftSection={<Plus size={16} aria-hidden />}
        style={{ alignSelf: 'start' }}
        onClick={() => setFields([...fields, { path: '$.', name: '' }])}
      >
        {say.addRead}
      </Button>
      <Switch
        label={say.showCard}
        checked={response.card !== null}
        onChange={(event) =>
          onChange({
            ...settings,
            response: { ...response, card: event.currentTarget.checked ? { title: '' } : null },
          })
        }
      />
      {response.card && (
        <TextInput
          label={say.cardTitle}
          required
          value={response.card.title}
          onChange={(event) =>
            onChange({ ...settings, response: { ...response, card: { title: event.currentTarget.value } } })
          }
          error={errorAt('response.card.title')}
        />
      )}
      <TextInput
        label={say.success}
        description={say.successHint}
        value={settings.successMessage}
        onChange={(event) => onChange({ ...settings, successMessage: event.currentTarget.value })}
        error={errorAt('successMessage')}
      />
      <TextInput
        label={say.failure}
        value={settings.failureMessage}
        onChange={(event) => onChange({ ...settings, failureMessage: event.currentTarget.value })}
        error={errorAt('failureMessage')}
      />
      <Advanced {...props} />
    </Stack>
  );
}

function Advanced({ settings, onChange, errorAt, language }: FormProps<HttpSettings>) {
  const say = texts[language];
  const [isOpen, setIsOpen] = useState(false);
  const { retry } = settings;
  return (
    <>
      <Button
        variant="subtle"
        style={{ alignSelf: 'start' }}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {say.advanced}
      </Button>
      <Collapse expanded={isOpen || errorAt('timeoutMs') !== undefined}>
        <Group align="flex-start">
          <NumberInput
            label={say.timeout}
            min={500}
            max={12_000}
            step={500}
            value={settings.timeoutMs}
            onChange={(value) => onChange({ ...settings, timeoutMs: Number(value) })}
            error={errorAt('timeoutMs')}
          />
          <NumberInput
            label={say.attempts}
            min={1}
            max={5}
            value={retry.attempts}
            onChange={(value) => onChange({ ...settings, retry: { ...retry, attempts: Number(value) } })}
            error={errorAt('retry.attempts')}
          />
          <Switch
            label={say.idempotent}
            description={say.idempotentHint}
            checked={retry.when === 'idempotent'}
            onChange={(event) =>
              onChange({
                ...settings,
                retry: { ...retry, when: event.currentTarget.checked ? 'idempotent' : 'safe' },
              })
            }
          />
        </Group>
      </Collapse>
    </>
  );
}
