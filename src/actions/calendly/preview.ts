import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { previewBooking } from '../booking/preview/preview-booking.ts';
import type { SettingsOf } from '../define.ts';
import type { CardPreview, PreviewProps } from '../form-props.ts';
import type { calendly } from './action.ts';
import { listEventTypes } from './form/list-event-types.ts';

type Settings = SettingsOf<typeof calendly>;

/** Calendly's page, or times in the chat, under the name of the event type. */
export function usePreview({ settings, ports, language }: PreviewProps<Settings>): CardPreview {
  const say = texts[language];
  const { connectionId, eventTypeUri, schedulingUrl, inChat } = settings;
  const { data } = useQuery({ ...listEventTypes(ports, connectionId), enabled: connectionId !== '' });
  const chosen = data?.items.find(({ id }) => id === eventTypeUri);
  const title = chosen?.name ?? '';
  const minutes = chosen?.minutes ?? null;
  const stages = useMemo(() => {
    const link = schedulingUrl ?? 'https://calendly.com';
    const meeting = { kind: 'calendly', title, minutes, link, isPage: !inChat };
    return previewBooking(meeting, new Date(), language);
  }, [title, minutes, schedulingUrl, inChat, language]);
  const missing = connectionId === '' ? say.noConnection : eventTypeUri === '' ? say.noEventType : null;
  return missing ? { missing: [missing], stages: [] } : { missing: [], stages };
}

const texts = {
  en: { noConnection: 'A connection to Calendly.', noEventType: 'The event type that visitors can book.' },
  de: {
    noConnection: 'Eine Verbindung zu Calendly.',
    noEventType: 'Die Terminart, die gebucht werden kann.',
  },
};
