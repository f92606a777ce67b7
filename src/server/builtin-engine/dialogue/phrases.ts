import type { Language } from '../language/detect-language.ts';

export type PhraseName = keyof (typeof PHRASES)['en'];

/** A phrase of the engine's own; `{name}` is filled from `values`. */
export function phrase(name: PhraseName, language: Language, values: Record<string, string> = {}): string {
  return PHRASES[language][name].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}

const PHRASES = {
  en: {
    greeting: 'Hello! How can I help you?',
    welcome: 'You’re welcome!',
    goodbye: 'Goodbye!',
    identity: 'I’m {agent}, an automated assistant. How can I help you?',
    acknowledged: 'All right. Is there anything else I can help with?',
    declined: 'No problem. Is there anything else I can help with?',
    offer: 'Shall I open “{label}” for you?',
    offerUnsure: 'I’m not sure I understood. Shall I open “{label}” for you?',
    unknown: 'I’m sorry, I don’t know that.',
    canHelpWith: 'I can help with “{label}”.',
    canHelpWithTwo: 'I can help with “{label}” or “{other}”.',
    failed: 'I’m sorry, that did not work.',
  },
  de: {
    greeting: 'Hallo! Wie kann ich helfen?',
    welcome: 'Gern geschehen!',
    goodbye: 'Auf Wiedersehen!',
    identity: 'Ich bin {agent}, ein automatischer Assistent. Wie kann ich helfen?',
    acknowledged: 'Alles klar. Kann ich sonst noch etwas tun?',
    declined: 'Kein Problem. Kann ich sonst noch etwas tun?',
    offer: 'Soll ich „{label}“ öffnen?',
    offerUnsure: 'Ich bin nicht sicher, ob ich das richtig verstanden habe. Soll ich „{label}“ öffnen?',
    unknown: 'Das weiß ich leider nicht.',
    canHelpWith: 'Ich kann bei „{label}“ helfen.',
    canHelpWithTwo: 'Ich kann bei „{label}“ oder „{other}“ helfen.',
    failed: 'Das hat leider nicht geklappt.',
  },
  ar: {
    greeting: 'مرحبًا! كيف يمكنني مساعدتك؟',
    welcome: 'على الرحب والسعة!',
    goodbye: 'إلى اللقاء!',
    identity: 'أنا {agent}، مساعد آلي. كيف يمكنني مساعدتك؟',
    acknowledged: 'حسنًا. هل يمكنني مساعدتك في شيء آخر؟',
    declined: 'لا مشكلة. هل يمكنني مساعدتك في شيء آخر؟',
    offer: 'هل تريد أن أفتح لك «{label}»؟',
    offerUnsure: 'لست متأكدًا من أنني فهمت. هل تريد أن أفتح لك «{label}»؟',
    unknown: 'عذرًا، لا أعرف ذلك.',
    canHelpWith: 'يمكنني المساعدة في «{label}».',
    canHelpWithTwo: 'يمكنني المساعدة في «{label}» أو «{other}».',
    failed: 'عذرًا، لم ينجح ذلك.',
  },
} satisfies Record<Language, Record<string, string>>;
