/**
 * Why the agent did something, or was not offered something, by code. In English, for programs, and for readers whose language has no words
 * for it; `{{…}}` are the values. Codes are not renamed: programs go by them.
 */
export const REASON_TEXTS = {
  'small-talk': 'small talk',
  'wants-card-back': 'the visitor asks for “{{action}}” back',
  fits: '“{{action}}” fits: {{words}} ({{odds}})',
  'fits-unworded': '“{{action}}” fits: the way it is said ({{odds}})',
  ready: '“{{action}}” has all that it needs: {{words}} ({{odds}})',
  'ready-unworded': '“{{action}}” has all that it needs: the way it is said ({{odds}})',
  perhaps: 'perhaps “{{action}}”: {{words}} ({{odds}})',
  'perhaps-unworded': 'perhaps “{{action}}”: the way it is said ({{odds}})',
  'nothing-fits': 'no action fits; “{{action}}” is the nearest: {{words}} ({{odds}})',
  'nothing-fits-unworded': 'no action fits; “{{action}}” is the nearest: the way it is said ({{odds}})',
  'no-action': 'no action to use',
  answers: '“{{snippet}}” answers it ({{fit}})',
  'said-yes': 'the visitor said yes to “{{action}}”',
  'said-yes-to-several': 'the visitor said yes to more than one offer',
  picked: 'the visitor picked “{{action}}”',
  declined: 'the visitor declined',
  'declined-offer': 'the visitor declined “{{action}}”',
  'wants-contact-after-all': 'the visitor wants to be contacted after all',
  'wants-it-not-done': 'the visitor wants something not done',
  'no-words': 'no words',
  'asks-for': 'asks for {{inputs}}',
  needs: '“{{action}}” needs {{inputs}}',
  'said-all': 'the visitor said all that “{{action}}” needs',
  'called-off': 'the visitor called off “{{action}}”',
  'cannot-say': 'the visitor could not say what was asked for',
  'has-to-be-confirmed': 'the card has to be confirmed',
  'not-confirmed': 'the visitor does not confirm',
  corrected: 'the visitor corrected {{inputs}}',
  'asks-for-another': 'the visitor asks for {{inputs}} too',
  'card-is-open': '“{{action}}” is open, and is sent there',
  outcome: 'says what came of it',
  'card-speaks': 'the card speaks for itself',

  'other-page': 'the page {{page}} is none of {{pages}}',
  'unknown-page': 'the page is not known, and would have to be one of {{pages}}',
  'other-language': 'the language {{language}} is none of {{languages}}',
  'unknown-language': 'the language is not known, and would have to be one of {{languages}}',
  'outside-hours': 'it is outside of its office hours ({{day}} {{time}} in {{timeZone}})',
  'identified-only': 'it is for identified visitors only',
  'used-up': 'it was used as often as its limit allows',
} as const;

export type ReasonCode = keyof typeof REASON_TEXTS;
