import { CalendarCheck } from 'lucide-react';
import type { KindFace } from '../form-props.ts';

export const calFace: KindFace = {
  icon: CalendarCheck,
  texts: {
    en: {
      label: 'Cal.com',
      description: 'Books a meeting on Cal.com, in the chat where possible.',
      example: '“Can I get a demo?” shows free times.',
      whenToUse: 'Use when the visitor wants to book a call or a demo.',
    },
    de: {
      label: 'Cal.com',
      description: 'Bucht einen Termin bei Cal.com, wo möglich im Chat.',
      example: '„Kann ich eine Vorführung bekommen?“ zeigt freie Zeiten.',
      whenToUse: 'Verwenden, wenn jemand ein Gespräch oder eine Vorführung buchen möchte.',
    },
  },
  start: () => ({ link: null, connectionId: null }),
};
