import { type Field, isFreeText } from '../extraction/field.ts';
import { nameField } from '../extraction/name-field.ts';
import type { Language } from '../language/detect-language.ts';
import { expectedForm } from './expected-form.ts';

/** Why inputs are asked for: for the first time, after some were told, after something else, after an answer that did not fit. */
export type Occasion = 'first' | 'next' | 'resume' | 'again';

/** Asks for the first of some inputs, in one sentence. */
export function wordQuestion(missing: Field[], language: Language, occasion: Occasion): string {
  const asked = chooseAsked(missing);
  const [first] = asked;
  if (first === undefined) return '';
  if (occasion === 'again') return askAgain(first, language);
  const names = asked.map((field) => nameField(field, language));
  const question = names.length === 1 ? askForOne(first, language) : askForSeveral(names, language);
  return `${OPENINGS[occasion][language]} ${question}`.trim();
}

/** More than these nobody wants to answer in one message. */
const AT_ONCE = 3;

/** What has a choice of answers is asked alone; of two free texts nobody could tell which is which. */
function chooseAsked(missing: Field[]): Field[] {
  const [first] = missing;
  if (first !== undefined && hasChoice(first)) return [first];
  const free = missing.find(isFreeText);
  return missing
    .filter((field) => !hasChoice(field) && (!isFreeText(field) || field === free))
    .slice(0, AT_ONCE);
}

function hasChoice({ kind }: Field): boolean {
  return kind === 'option' || kind === 'boolean';
}

const OPENINGS: Record<Exclude<Occasion, 'again'>, Record<Language, string>> = {
  first: { en: 'Happy to help.', de: 'Gern.', ar: 'بكل سرور.' },
  next: { en: 'Thank you.', de: 'Danke.', ar: 'شكرًا.' },
  resume: { en: '', de: '', ar: '' },
};

function askForSeveral(names: string[], language: Language): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return {
    en: `What I need for that, please: ${list}.`,
    de: `Dafür brauche ich bitte noch ${list}.`,
    ar: `من فضلك أخبرني بما يلي: ${list}.`,
  }[language];
}

function askForOne(field: Field, language: Language): string {
  const name = nameField(field, language);
  if (field.kind === 'option') return askForOption(name, field.options.join(', '), language);
  if (language === 'de') return `Dafür brauche ich bitte noch ${name}.`;
  if (language === 'ar') return `من فضلك أخبرني: ${name}؟`;
  if (field.kind === 'boolean') return `Please tell me, yes or no: ${name}?`;
  if (INTERROGATIVE.test(name)) return `Please tell me ${name}.`;
  return `What is ${withArticle(field, name)}?`;
}

/** "How many packs", "is it urgent": no noun that could have an article. */
const INTERROGATIVE = /^(?:what|which|how|when|where|who|why|whether|is|are|does|do|has|have|should|can)\b/i;

/** What belongs to the visitor: "your order number", but "the date of the appointment". */
const OWN = new Set<Field['kind']>(['email', 'phone', 'code', 'person', 'company', 'address', 'message']);

function withArticle({ kind }: Field, name: string): string {
  if (/^(?:your|my|the)\b/i.test(name)) return name.replace(/^my\b/i, 'your');
  return OWN.has(kind) && !/\bof\b/.test(name) ? `your ${name}` : `the ${name}`;
}

function askForOption(name: string, options: string, language: Language): string {
  return {
    en: `Which ${name}, please: ${options}?`,
    de: `Dafür brauche ich bitte noch ${name}: ${options}?`,
    ar: `من فضلك اختر ${name}: ${options}؟`,
  }[language];
}

function askAgain(field: Field, language: Language): string {
  const name = nameField(field, language);
  const unread = {
    en: INTERROGATIVE.test(name)
      ? `Sorry, I could not find it in your message: ${name}?`
      : `Sorry, I could not find ${withArticle(field, name)} in your message.`,
    de: `Entschuldigung, ich brauche noch ${name}.`,
    ar: `عذرًا، لم أجد هذا في رسالتك: ${name}.`,
  }[language];
  const form = expectedForm(field, language);
  return form === null ? `${unread} ${ONCE_MORE[language]}` : `${unread} ${form}`;
}

const ONCE_MORE: Record<Language, string> = {
  en: 'Please tell me once more.',
  de: 'Bitte sagen Sie es noch einmal.',
  ar: 'من فضلك اكتبه مرة أخرى.',
};
