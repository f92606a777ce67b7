import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';

interface LinesFieldProps {
  label: string;
  hint?: string;
  placeholder?: string;
  value: string[];
  onChange(lines: string[]): void;
  error?: string | undefined;
}

/** Several texts, one a line. Empty lines are only in the field. */
export function LinesField({ label, hint, placeholder, value, onChange, error }: LinesFieldProps) {
  const [text, setText] = useState(value.join('\n'));
  useEffect(() => {
    setText((typed) => (readLines(typed).join('\n') === value.join('\n') ? typed : value.join('\n')));
  }, [value]);
  return (
    <Textarea
      label={label}
      description={hint}
      placeholder={placeholder}
      autosize
      minRows={2}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(readLines(event.currentTarget.value));
      }}
      error={error}
    />
  );
}

function readLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
