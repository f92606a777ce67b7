import type { Field, FieldKind } from '../extraction/field.ts';
import type { Language } from '../language/detect-language.ts';

/** What a value of this input looks like, in a sentence; null: anything will do. */
export function expectedForm({ kind, options }: Field, language: Language): string | null {
  if (kind === 'option') return `${POSSIBLE[language]} ${options.join(', ')}.`;
  const form = FORMS[kind];
  return form === undefined ? null : form[language];
}

const POSSIBLE: Record<Language, string> = {
  en: 'It can be one of these:',
  de: 'Möglich sind:',
  ar: 'الخيارات هي:',
};

const FORMS: Partial<Record<FieldKind, Record<Language, string>>> = {
  email: {
    en: 'It looks like name@example.com.',
    de: 'Sie sieht so aus: name@example.com.',
    ar: 'يكون بهذا الشكل: name@example.com.',
  },
  phone: {
    en: 'With the country code it always works, like +44 20 7946 0958.',
    de: 'Mit Landesvorwahl klappt es immer, zum Beispiel +49 30 901820.',
    ar: 'اكتبه مع رمز الدولة، مثل ‎+966 11 234 5678.',
  },
  link: {
    en: 'It looks like https://example.com.',
    de: 'Sie sieht so aus: https://example.com.',
    ar: 'يكون بهذا الشكل: https://example.com.',
  },
  date: {
    en: 'I need one day, like tomorrow, 12 May or 2027-05-12.',
    de: 'Ich brauche einen Tag, zum Beispiel morgen, 12. Mai oder 12.05.2027.',
    ar: 'أحتاج إلى يوم واحد، مثل غدًا أو 12 مايو.',
  },
  time: {
    en: 'I need a time of day, like 3 pm or 15:30.',
    de: 'Ich brauche eine Uhrzeit, zum Beispiel 15 Uhr oder 15:30.',
    ar: 'أحتاج إلى وقت محدد، مثل 15:30.',
  },
  moment: {
    en: 'I need a day and a time, like tomorrow at 3 pm.',
    de: 'Ich brauche Tag und Uhrzeit, zum Beispiel morgen um 15 Uhr.',
    ar: 'أحتاج إلى اليوم والوقت، مثل غدًا الساعة 15:30.',
  },
  amount: {
    en: 'I need a sum, like 49.99 EUR.',
    de: 'Ich brauche eine Summe, zum Beispiel 49,99 EUR.',
    ar: 'أحتاج إلى مبلغ، مثل 49.99 EUR.',
  },
  code: {
    en: 'It is made of digits, sometimes with letters, like 4712 or AB-4712.',
    de: 'Sie besteht aus Ziffern, manchmal mit Buchstaben, zum Beispiel 4712 oder AB-4712.',
    ar: 'يتكوّن من أرقام، وأحيانًا مع أحرف، مثل 4712 أو AB-4712.',
  },
  integer: {
    en: 'I need a number, like 2.',
    de: 'Ich brauche eine Zahl, zum Beispiel 2.',
    ar: 'أحتاج إلى رقم، مثل 2.',
  },
  number: {
    en: 'I need a number, like 2.',
    de: 'Ich brauche eine Zahl, zum Beispiel 2.',
    ar: 'أحتاج إلى رقم، مثل 2.',
  },
  boolean: { en: 'Yes or no will do.', de: 'Ja oder nein genügt.', ar: 'نعم أو لا يكفي.' },
  person: {
    en: 'First and last name will do.',
    de: 'Vor- und Nachname genügen.',
    ar: 'يكفي الاسم الأول واسم العائلة.',
  },
};
