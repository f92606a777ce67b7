import type { Language } from '../../builtin-engine/language/detect-language.ts';

/**
 * What a visitor reads when the workspace has used up what its models may cost for the day: with the form that takes
 * their details, or where there is none.
 */
export const LEAVE_MESSAGE_TEXTS: Record<'withForm' | 'withoutForm', Record<Language, string>> = {
  withForm: {
    en: 'I can’t answer right now. Please leave us your message here, and the team will get back to you.',
    de: 'Ich kann gerade nicht antworten. Hinterlassen Sie uns hier Ihre Nachricht, das Team meldet sich bei Ihnen.',
    ar: 'لا أستطيع الرد الآن. يُرجى ترك رسالتك هنا وسيتواصل معك الفريق.',
  },
  withoutForm: {
    en: 'I can’t answer right now. Please leave your message and how to reach you here in the chat: the team will read it.',
    de: 'Ich kann gerade nicht antworten. Schreiben Sie Ihre Nachricht und wie wir Sie erreichen bitte hier in den Chat: das Team liest sie.',
    ar: 'لا أستطيع الرد الآن. يُرجى كتابة رسالتك وطريقة التواصل معك هنا في المحادثة، وسيقرؤها الفريق.',
  },
};
