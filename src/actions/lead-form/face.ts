import { ClipboardList } from 'lucide-react';
import type { KindFace } from '../form-props.ts';
import type { LeadField } from './payload.ts';

const FIELDS: LeadField[] = [
  { name: 'name', type: 'name', label: '', required: true },
  { name: 'email', type: 'email', label: '', required: true },
];

export const leadFormFace: KindFace = {
  icon: ClipboardList,
  texts: {
    en: {
      label: 'Collect leads',
      description: 'Asks for contact details in the chat and keeps them as a lead.',
      example: '“Can you call me back?” shows a short form.',
      whenToUse: 'Use when the visitor wants a quote or asks to be contacted.',
    },
    de: {
      label: 'Kontakte sammeln',
      description: 'Fragt im Chat nach Kontaktdaten und behält sie als Kontakt.',
      example: '„Können Sie mich zurückrufen?“ zeigt ein kurzes Formular.',
      whenToUse: 'Verwenden, wenn jemand ein Angebot möchte oder um Kontakt bittet.',
    },
  },
  start: () => ({ fields: FIELDS, consent: '', successMessage: '', dismissMessage: '', keepPartial: false }),
  worksAtOnce: true,
};
