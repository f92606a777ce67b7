import { Braces } from 'lucide-react';
import type { KindFace } from '../form-props.ts';

export const httpFace: KindFace = {
  icon: Braces,
  texts: {
    en: {
      label: 'Custom action',
      description: 'Calls your own API with what the visitor says, and answers from the result.',
      example: '“Where is my order?” looks it up in your shop.',
      whenToUse: '',
    },
    de: {
      label: 'Eigene Aktion',
      description: 'Ruft Ihre eigene API mit dem auf, was gesagt wurde, und antwortet mit dem Ergebnis.',
      example: '„Wo ist meine Bestellung?“ sieht in Ihrem Shop nach.',
      whenToUse: '',
    },
  },
  changesSomething: ({ request }) =>
    !/^(GET|HEAD)$/i.test((request as { method?: string } | undefined)?.method ?? 'GET'),
  start: () => ({
    inputs: [],
    request: { method: 'GET', url: '', query: [], headers: [], body: { type: 'none' } },
    timeoutMs: 12_000,
    retry: { attempts: 3, when: 'safe' },
    response: { fields: [], card: null },
    successMessage: '',
    failureMessage: '',
  }),
};
