import {
  ActionIcon,
  Button,
  Checkbox,
  Collapse,
  Group,
  NativeSelect,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { Trash2 } from 'lucide-react';
import type { InputType, RequestInput } from '../../../contract/http/request.ts';
import type { Language } from '../../form-props.ts';
import { texts } from '../form/texts.ts';
import { InputSource } from './input-source.tsx';

interface InputRowProps {
  input: RequestInput;
  isOpen: boolean;
  errorAt(path: string): string | undefined;
  language: Language;
  onToggle(): void;
  onChange(input: RequestInput): void;
  onRemove(): void;
}

/** One question: its name in the request, what it is, and what the agent asks for. */
export function InputRow({ input, isOpen, errorAt, language, onToggle, onChange, onRemove }: InputRowProps) {
  const say = texts[language];
  const types = Object.entries(say.types).map(([value, label]) => ({ value, label }));
  const setType = (type: InputType) => {
    const { options: _, ...rest } = input;
    onChange(type === 'enum' ? { ...rest, type, options: input.options ?? [] } : { ...rest, type });
  };
  return (
    <Stack gap="xs" role="group" aria-label={input.name}>
      <Group align="flex-start" gap="xs">
        <TextInput
          label={say.name}
          style={{ flex: '1 1 8rem' }}
          value={input.name}
          onChange={(event) => onChange({ ...input, name: event.currentTarget.value.trim() })}
          error={errorAt('name')}
        />
        <NativeSelect
          label={say.type}
          w={120}
          data={types}
          value={input.type}
          onChange={(event) => setType(event.currentTarget.value as InputType)}
          error={errorAt('type')}
        />
        <TextInput
          label={say.description}
          placeholder={say.descriptionExample}
          style={{ flex: '2 1 12rem' }}
          value={input.description}
          onChange={(event) => onChange({ ...input, description: event.currentTarget.value })}
          error={errorAt('description')}
        />
      </Group>
      <Group gap={4}>
        <Checkbox
          label={say.required}
          checked={input.required}
          onChange={(event) => onChange({ ...input, required: event.currentTarget.checked })}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={isOpen || input.type === 'enum'}
          aria-label={say.moreAbout(input.name)}
          onClick={onToggle}
        >
          {say.more}
        </Button>
        <ActionIcon variant="subtle" size={36} aria-label={say.removeInput(input.name)} onClick={onRemove}>
          <Trash2 size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Collapse expanded={isOpen || input.type === 'enum'}>
        <Group align="flex-start" gap="xs">
          <InputSource
            source={input.source}
            language={language}
            onChange={(source) => onChange({ ...input, source })}
          />
          <TextInput
            label={say.fallback}
            value={String(input.default ?? '')}
            onChange={(event) => onChange(withDefault(input, event.currentTarget.value))}
            error={errorAt('default')}
          />
          {input.type === 'enum' && (
            <Textarea
              label={say.options}
              autosize
              minRows={2}
              style={{ flex: '1 1 12rem' }}
              value={(input.options ?? []).join('\n')}
              onChange={(event) => onChange({ ...input, options: event.currentTarget.value.split('\n') })}
              onBlur={() =>
                onChange({ ...input, options: (input.options ?? []).filter((option) => option.trim()) })
              }
              error={errorAt('options')}
            />
          )}
        </Group>
      </Collapse>
    </Stack>
  );
}

function withDefault(input: RequestInput, text: string): RequestInput {
  const { default: _, ...rest } = input;
  if (text === '') return rest;
  const isNumber = (input.type === 'number' || input.type === 'integer') && Number.isFinite(Number(text));
  return { ...rest, default: isNumber ? Number(text) : text };
}
