import { Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SettingsOf } from '../define.ts';
import { ConnectionPicker } from '../form-kit/connection-picker.tsx';
import { defineForm, type FormProps } from '../form-props.ts';
import type { cal } from './action.ts';
import { usePreview } from './preview.ts';

type Settings = SettingsOf<typeof cal>;

export const calForm = defineForm<Settings>({
  sections: [
    {
      title: { en: 'The meeting', de: 'Der Termin' },
      hint: {
        en: 'The visitor picks a time in the chat.',
        de: 'Die Zeit wird im Chat ausgesucht.',
      },
      Section: MeetingSection,
    },
  ],
  usePreview,
});

function MeetingSection({ settings, onChange, errorAt, ports, language }: FormProps<Settings>) {
  const say = texts[language];
  const { data: eventLink } = useQuery({
    queryKey: ['action-form', 'event-link'],
    queryFn: () => ports.readEventLink(),
  });
  return (
    <Stack gap="sm">
      <TextInput
        label={say.link}
        description={eventLink ? say.linkDefault(eventLink) : say.linkHint}
        placeholder={eventLink ?? 'ada/30min'}
        required={eventLink === null}
        value={settings.link ?? ''}
        onChange={(event) => onChange({ ...settings, link: event.currentTarget.value || null })}
        error={errorAt('link')}
      />
      <ConnectionPicker
        kind="cal"
        name="Cal.com"
        isOptional
        value={settings.connectionId}
        onChange={(connectionId) => onChange({ ...settings, connectionId })}
        error={errorAt('connectionId')}
        ports={ports}
        language={language}
      />
    </Stack>
  );
}

const en = {
  link: 'Event link',
  linkHint: 'Like ada/30min, or the full address of your booking page.',
  linkDefault: (link: string) => `Leave it empty to use the link of the workspace: ${link}`,
};

const de: typeof en = {
  link: 'Link zum Termin',
  linkHint: 'Wie ada/30min, oder die ganze Adresse Ihrer Buchungsseite.',
  linkDefault: (link) => `Leer lassen, um den Link des Arbeitsbereichs zu nehmen: ${link}`,
};

const texts = { en, de };
