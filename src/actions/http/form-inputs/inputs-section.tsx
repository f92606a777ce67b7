import { Button, Stack, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { RequestInput } from '../../../contract/http/request.ts';
import type { FormProps } from '../../form-props.ts';
import { type HttpSettings, newInput } from '../form/http-settings.ts';
import { texts } from '../form/texts.ts';
import { InputRow } from './input-row.tsx';

/** The questions whose answers the request needs. */
export function InputsSection({ settings, onChange, errorAt, language }: FormProps<HttpSettings>) {
  const say = texts[language];
  const [open, setOpen] = useState<number | null>(null);
  const { inputs } = settings;
  const setInputs = (next: RequestInput[]) => onChange({ ...settings, inputs: next });
  return (
    <Stack gap="sm">
      {inputs.length === 0 && <Text size="sm">{say.noInputs}</Text>}
      {inputs.map((input, index) => (
        <InputRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a question has no identity but its place, its name is being typed
          key={index}
          input={input}
          isOpen={open === index || errorAt(`inputs.${index}.options`) !== undefined}
          errorAt={(path) => errorAt(`inputs.${index}.${path}`)}
          language={language}
          onToggle={() => setOpen(open === index ? null : index)}
          onChange={(changed) => setInputs(inputs.with(index, changed))}
          onRemove={() => setInputs(inputs.toSpliced(index, 1))}
        />
      ))}
      <Button
        variant="subtle"
        leftSection={<Plus size={16} aria-hidden />}
        style={{ alignSelf: 'start' }}
        onClick={() => setInputs([...inputs, newInput('')])}
      >
        {say.addInput}
      </Button>
    </Stack>
  );
}
