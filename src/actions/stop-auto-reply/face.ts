import { Hand } from 'lucide-react';
import type { KindFace } from '../form-props.ts';

export const stopAutoReplyFace: KindFace = {
  icon: Hand,
  texts: {
    en: {
      label: 'Stop auto reply',
      description:
        'Hands the conversation to a person. The agent is silent until a teammate turns it on again.',
      example: '“I want to talk to a human” calls your team.',
      whenToUse: 'Use when the visitor asks for a human, a person or an employee.',
    },
    de: {
      label: 'Automatik anhalten',
      description:
        'Gibt das Gespräch an einen Menschen. Der Agent schweigt, bis jemand ihn wieder einschaltet.',
      example: '„Ich möchte mit einem Menschen sprechen“ ruft Ihr Team.',
      whenToUse: 'Verwenden, wenn jemand mit einem Menschen oder Mitarbeiter sprechen möchte.',
    },
  },
  start: () => ({ message: '' }),
  worksAtOnce: true,
};
