import type { Language } from '../language/detect-language.ts';

export type PhraseName = keyof (typeof PHRASES)['en'];

/** A phrase of the engine's own; `{name}` is filled from `values`. */
export function phrase(name: PhraseName, language: Language, values: Record<string, string> = {}): string {
  return PHRASES[language][name].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}

const PHRASES = {
  en: {
    greeting: 'Hello! How can I help you?',
    ready: 'Of course. What would you like to know?',
    welcome: 'You’re welcome!',
    goodbye: 'Goodbye!',
    identity: 'I’m {agent}, an automated assistant. How can I help you?',
    acknowledged: 'All right. Is there anything else I can help with?',
    declined: 'No problem. Is there anything else I can help with?',
    offer: 'Would “{label}” help you?',
    offerUnsure: 'I’m not sure I understood. Would “{label}” help you?',
    unknown: 'I’m sorry, I don’t know that.',
    canHelpWith: 'What I can offer you is “{label}”.',
    canHelpWithTwo: 'What I can offer you is “{label}” or “{other}”.',
    failed: 'I’m sorry, that did not work.',
    alreadyOpen: 'You will find it still open, a little further up.',
  },
  de: {
    greeting: 'Hallo! Wie kann ich helfen?',
    ready: 'Natürlich. Was möchten Sie wissen?',
    welcome: 'Gern geschehen!',
    goodbye: 'Auf Wiedersehen!',
    identity: 'Ich bin {agent}, ein automatischer Assistent. Wie kann ich helfen?',
    acknowledged: 'Alles klar. Kann ich sonst noch etwas tun?',
    declined: 'Kein Problem. Kann ich sonst noch etwas tun?',
    offer: 'Hilft Ihnen „{label}“ weiter?',
    offerUnsure: 'Ich bin nicht sicher, ob ich das richtig verstanden habe. Hilft Ihnen „{label}“ weiter?',
    unknown: 'Das weiß ich leider nicht.',
    canHelpWith: 'Anbieten kann ich Ihnen „{label}“.',
    canHelpWithTwo: 'Anbieten kann ich Ihnen „{label}“ oder „{other}“.',
    failed: 'Das hat leider nicht geklappt.',
    alreadyOpen: 'Sie finden es noch offen, ein Stück weiter oben.',
  },
  ar: {
    greeting: 'مرحبًا! كيف يمكنني مساعدتك؟',
    ready: 'بالطبع. ماذا تريد أن تعرف؟',
    welcome: 'على الرحب والسعة!',
    goodbye: 'إلى اللقاء!',
    identity: 'أنا {agent}، مساعد آلي. كيف يمكنني مساعدتك؟',
    acknowledged: 'حسنًا. هل يمكنني مساعدتك في شيء آخر؟',
    declined: 'لا مشكلة. هل يمكنني مساعدتك في شيء آخر؟',
    offer: 'هل يفيدك «{label}»؟',
    offerUnsure: 'لست متأكدًا من أنني فهمت. هل يفيدك «{label}»؟',
    unknown: 'عذرًا، لا أعرف ذلك.',
    canHelpWith: 'ما يمكنني تقديمه لك: «{label}».',
    canHelpWithTwo: 'ما يمكنني تقديمه لك: «{label}» أو «{other}».',
    failed: 'عذرًا، لم ينجح ذلك.',
    alreadyOpen: 'ستجدها ما زالت مفتوحة في الأعلى.',
  },
} satisfies Record<Language, Record<string, string>>;
