import { ActionIcon, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import type { Language } from '../../form-props.ts';
import type { LeadField, LeadFieldType } from '../payload.ts';
import { texts } from './texts.ts';

interface FieldRowProps {
  field: LeadField;
  errorAt(path: string): string | undefined;
  language: Language;
  onChange(field: LeadField): void;
  onRemove?: (() => void) | undefined;
}

/** One field of the form: what it is, what stands above it, and whether it may stay empty. */
export function FieldRow({ field, errorAt, language, onChange, onRemove }: FieldRowProps) {
  const say = texts[language];
  const types = Object.entries(say.types).map(([value, label]) => ({ value, label }));
  return (
    <Group align="flex-end" gap="xs" role="group" aria-label={field.label || say.types[field.type]}>
      <NativeSelect
        label={say.type}
        w={120}
        data={types}
        value={field.type}
        onChange={(event) => onChange({ ...field, type: event.currentTarget.value as LeadFieldType })}
      />
      <TextInput
        label={say.label}
        placeholder={say.labelHint}
        style={{ flex: '1 1 9rem' }}
        value={field.label}
        onChange={(event) => onChange({ ...field, label: event.currentTarget.value })}
        error={errorAt('label')}
      />
      <TextInput
        label={say.key}
        style={{ flex: '1 1 8rem' }}
        value={field.name}
        onChange={(event) => onChange({ ...field, name: event.currentTarget.value })}
        error={errorAt('name')}
      />
      <Checkbox
        label={say.required}
        pb={8}
        checked={field.required}
        onChange={(event) => onChange({ ...field, required: event.currentTarget.checked })}
      />
      {onRemove && (
        <ActionIcon
          variant="subtle"
          size={36}
          aria-label={say.remove(field.label || field.name)}
          onClick={onRemove}
        >
          <Trash2 size={18} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
