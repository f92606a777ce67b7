import { Button, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { SettingsOf } from '../define.ts';
import { defineForm, type FormProps } from '../form-props.ts';
import type { leadForm } from './action.ts';
import { FieldRow } from './form/field-row.tsx';
import { texts } from './form/texts.ts';
import type { LeadField } from './payload.ts';
import { usePreview } from './preview.ts';

type Settings = SettingsOf<typeof leadForm>;

const FIELDS_MAX = 12;

export const leadFormForm = defineForm<Settings>({
  sections: [
    {
      title: { en: 'What to ask the visitor', de: 'Was gefragt wird' },
      hint: {
        en: 'Few fields get more answers.',
        de: 'Wenige Felder bekommen mehr Antworten.',
      },
      Section: FieldsSection,
    },
    {
      title: { en: 'What the form says', de: 'Was das Formular sagt' },
      hint: { en: 'All of this may stay empty.', de: 'All das darf leer bleiben.' },
      Section: WordsSection,
    },
  ],
  usePreview,
});

function FieldsSection({ settings, onChange, errorAt, language }: FormProps<Settings>) {
  const say = texts[language];
  const fields = settings.fields;
  const setFields = (next: LeadField[]) => onChange({ ...settings, fields: next });
  return (
    <Stack gap="xs">
      {fields.map((field, index) => (
        <FieldRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a field has no identity but its place, its name is being typed
          key={index}
          field={field}
          errorAt={(path) => errorAt(`fields.${index}.${path}`)}
          language={language}
          onChange={(changed) => setFields(fields.with(index, changed))}
          onRemove={fields.length > 1 ? () => setFields(fields.toSpliced(index, 1)) : undefined}
        />
      ))}
      {errorAt('fields') && (
        <span role="alert" data-error>
          {errorAt('fields')}
        </span>
      )}
      {fields.length < FIELDS_MAX && (
        <Button
          variant="subtle"
          leftSection={<Plus size={16} aria-hidden />}
          style={{ alignSelf: 'start' }}
          onClick={() => setFields([...fields, newField(fields)])}
        >
          {say.add}
        </Button>
      )}
    </Stack>
  );
}

/** A field that is not there yet, by a name that is not taken. */
function newField(fields: LeadField[]): LeadField {
  const taken = new Set(fields.map(({ name }) => name));
  if (!taken.has('phone')) return { name: 'phone', type: 'phone', label: '', required: false };
  let number = 1;
  while (taken.has(`question_${number}`)) number++;
  return { name: `question_${number}`, type: 'text', label: '', required: false };
}

function WordsSection({ settings, onChange, errorAt, language }: FormProps<Settings>) {
  const say = texts[language];
  return (
    <Stack gap="sm">
      <Textarea
        label={say.consent}
        description={say.consentHint}
        autosize
        minRows={2}
        value={settings.consent}
        onChange={(event) => onChange({ ...settings, consent: event.currentTarget.value })}
        error={errorAt('consent')}
      />
      <TextInput
        label={say.success}
        placeholder={say.successExample}
        value={settings.successMessage}
        onChange={(event) => onChange({ ...settings, successMessage: event.currentTarget.value })}
        error={errorAt('successMessage')}
      />
      <TextInput
        label={say.dismiss}
        value={settings.dismissMessage}
        onChange={(event) => onChange({ ...settings, dismissMessage: event.currentTarget.value })}
        error={errorAt('dismissMessage')}
      />
      <Switch
        label={say.partial}
        description={say.partialHint}
        checked={settings.keepPartial}
        onChange={(event) => onChange({ ...settings, keepPartial: event.currentTarget.checked })}
      />
    </Stack>
  );
}
