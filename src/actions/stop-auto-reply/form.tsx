import { Textarea } from '@mantine/core';
import type { SettingsOf } from '../define.ts';
import { defineForm, type FormProps } from '../form-props.ts';
import type { stopAutoReply } from './action.ts';

export const stopAutoReplyForm = defineForm<SettingsOf<typeof stopAutoReply>>({
  sections: [
    {
      title: { en: 'Last words', de: 'Letzte Worte' },
      hint: {
        en: 'The agent says this, then a person takes over. It stays silent until a teammate turns auto reply on again.',
        de: 'Das sagt der Agent, dann übernimmt ein Mensch. Er schweigt, bis jemand die automatische Antwort wieder einschaltet.',
      },
      Section: MessageSection,
    },
  ],
});

function MessageSection({
  settings,
  onChange,
  errorAt,
  language,
}: FormProps<SettingsOf<typeof stopAutoReply>>) {
  const say = texts[language];
  return (
    <Textarea
      label={say.message}
      description={say.hint}
      placeholder={say.example}
      autosize
      minRows={2}
      maxLength={1_000}
      value={settings.message}
      onChange={(event) => onChange({ ...settings, message: event.currentTarget.value })}
      error={errorAt('message')}
    />
  );
}

const texts = {
  en: {
    message: 'Message before the hand-over',
    hint: 'Leave it empty to say nothing.',
    example: 'I am calling a colleague. They will answer you here.',
  },
  de: {
    message: 'Nachricht vor der Übergabe',
    hint: 'Leer lassen, um nichts zu sagen.',
    example: 'Ich rufe einen Kollegen. Er antwortet Ihnen hier.',
  },
};
