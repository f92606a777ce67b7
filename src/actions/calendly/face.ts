import { CalendarClock } from 'lucide-react';
import type { KindFace } from '../form-props.ts';

export const calendlyFace: KindFace = {
  icon: CalendarClock,
  texts: {
    en: {
      label: 'Calendly',
      description: 'Books a meeting on Calendly, with an account that you connect.',
      example: '“When do you have time?” shows your calendar.',
      whenToUse: 'Use when the visitor asks for an appointment.',
    },
    de: {
      label: 'Calendly',
      description: 'Bucht einen Termin bei Calendly, mit einem Konto, das Sie verbinden.',
      example: '„Wann haben Sie Zeit?“ zeigt Ihren Kalender.',
      whenToUse: 'Verwenden, wenn jemand einen Termin möchte.',
    },
  },
  start: () => ({ connectionId: '', eventTypeUri: '', schedulingUrl: null, inChat: false }),
};
