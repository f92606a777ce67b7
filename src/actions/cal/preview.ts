import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseCalLink, toEventRef } from '../../connections/cal/parse-cal-link.ts';
import { previewBooking } from '../booking/preview/preview-booking.ts';
import type { SettingsOf } from '../define.ts';
import type { CardPreview, PreviewProps } from '../form-props.ts';
import type { cal } from './action.ts';

/** Times in the chat, or the event's page, as its link tells. */
export function usePreview({ settings, ports, language }: PreviewProps<SettingsOf<typeof cal>>): CardPreview {
  const say = texts[language];
  const { data: eventLink } = useQuery({
    queryKey: ['action-form', 'event-link'],
    queryFn: () => ports.readEventLink(),
  });
  const text = settings.link ?? eventLink ?? '';
  const stages = useMemo(() => {
    const link = parseCalLink(text);
    if (typeof link === 'string') return [];
    const meeting = { kind: 'cal', title: '', minutes: null, link: `${link.origin}/${link.calLink}` };
    return previewBooking({ ...meeting, isPage: toEventRef(link) === null }, new Date(), language);
  }, [text, language]);
  // Until the workspace has answered, nothing is known to be missing.
  const isKnown = settings.link !== null || eventLink !== undefined;
  return { missing: stages.length === 0 && isKnown ? [say.noLink] : [], stages };
}

const texts = {
  en: { noLink: 'The event link: a person or a team, and one of their events, like ada/30min.' },
  de: { noLink: 'Der Link zum Termin: eine Person oder ein Team und ein Termin davon, wie ada/30min.' },
};
