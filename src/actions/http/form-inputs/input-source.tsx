import { NativeSelect, TextInput } from '@mantine/core';
import type { Language } from '../../form-props.ts';
import { texts } from '../form/texts.ts';

interface InputSourceProps {
  source: string;
  language: Language;
  onChange(source: string): void;
}

const IDENTITY = 'identity:';

/** Where a value comes from: the visitor's words, the page, or what the site has signed. */
export function InputSource({ source, language, onChange }: InputSourceProps) {
  const say = texts[language];
  const isIdentity = source.startsWith(IDENTITY);
  return (
    <>
      <NativeSelect
        label={say.source}
        data={Object.entries(say.sources).map(([value, label]) => ({ value, label }))}
        value={isIdentity ? 'identity' : source}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange(chosen === 'identity' ? `${IDENTITY}email` : chosen);
        }}
      />
      {isIdentity && (
        <TextInput
          label={say.attribute}
          value={source.slice(IDENTITY.length)}
          onChange={(event) => onChange(`${IDENTITY}${event.currentTarget.value.trim()}`)}
        />
      )}
    </>
  );
}
