import { Stack, TextInput } from '@mantine/core';
import type { SettingsOf } from '../define.ts';
import { defineForm, type FormProps } from '../form-props.ts';
import type { button } from './action.ts';
import { usePreview } from './preview.ts';

export const buttonForm = defineForm<SettingsOf<typeof button>>({
  sections: [
    {
      title: { en: 'The button', de: 'Die Schaltfläche' },
      hint: {
        en: 'It appears below the answer. Each click is counted.',
        de: 'Sie erscheint unter der Antwort. Jeder Klick wird gezählt.',
      },
      Section: ButtonSection,
    },
  ],
  usePreview,
});

function ButtonSection({ settings, onChange, errorAt, language }: FormProps<SettingsOf<typeof button>>) {
  const say = texts[language];
  return (
    <Stack gap="sm">
      <TextInput
        label={say.text}
        placeholder={say.textExample}
        required
        maxLength={60}
        value={settings.text}
        onChange={(event) => onChange({ ...settings, text: event.currentTarget.value })}
        error={errorAt('text')}
      />
      <TextInput
        label={say.url}
        description={say.urlHint}
        placeholder="https://"
        required
        inputMode="url"
        value={settings.url}
        onChange={(event) => onChange({ ...settings, url: event.currentTarget.value })}
        error={errorAt('url')}
      />
    </Stack>
  );
}

const texts = {
  en: {
    text: 'Text on the button',
    textExample: 'See our prices',
    url: 'Where it leads',
    urlHint: 'A web address, or mailto: and tel: for an email or a call.',
  },
  de: {
    text: 'Text der Schaltfläche',
    textExample: 'Unsere Preise ansehen',
    url: 'Wohin sie führt',
    urlHint: 'Eine Webadresse, oder mailto: und tel: für eine E-Mail oder einen Anruf.',
  },
};
