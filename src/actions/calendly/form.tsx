import { Stack, Switch } from '@mantine/core';
import type { SettingsOf } from '../define.ts';
import { ConnectionPicker } from '../form-kit/connection-picker.tsx';
import { defineForm, type FormProps } from '../form-props.ts';
import type { calendly } from './action.ts';
import { EventTypePicker } from './form/event-type-picker.tsx';
import { usePreview } from './preview.ts';

type Settings = SettingsOf<typeof calendly>;

export const calendlyForm = defineForm<Settings>({
  sections: [
    {
      title: { en: 'The meeting', de: 'Der Termin' },
      hint: {
        en: 'Choose what visitors can book.',
        de: 'Wählen Sie, was gebucht werden kann.',
      },
      Section: MeetingSection,
    },
  ],
  usePreview,
});

function MeetingSection({ settings, onChange, errorAt, ports, language }: FormProps<Settings>) {
  const say = texts[language];
  return (
    <Stack gap="sm">
      <ConnectionPicker
        kind="calendly"
        name="Calendly"
        value={settings.connectionId}
        onChange={(connectionId) =>
          onChange({ ...settings, connectionId: connectionId ?? '', eventTypeUri: '', schedulingUrl: null })
        }
        error={errorAt('connectionId')}
        ports={ports}
        language={language}
      />
      {settings.connectionId !== '' && (
        <EventTypePicker
          connectionId={settings.connectionId}
          value={settings.eventTypeUri}
          onChange={({ id, url }) => onChange({ ...settings, eventTypeUri: id, schedulingUrl: url })}
          error={errorAt('eventTypeUri')}
          ports={ports}
          language={language}
        />
      )}
      <Switch
        label={say.inChat}
        description={say.inChatHint}
        checked={settings.inChat}
        onChange={(event) => onChange({ ...settings, inChat: event.currentTarget.checked })}
      />
    </Stack>
  );
}

const texts = {
  en: {
    inChat: 'Show times in the chat',
    inChatHint: 'Needs a paid plan of Calendly. Without it the visitor sees your Calendly page in the chat.',
  },
  de: {
    inChat: 'Zeiten im Chat zeigen',
    inChatHint: 'Braucht einen bezahlten Tarif von Calendly. Ohne ihn erscheint Ihre Calendly-Seite im Chat.',
  },
};
