import type { LanguageModelV4FunctionTool } from '@ai-sdk/provider';
import { fitsPattern } from '../recognisers/find-codes.ts';
import type { Field, FieldKind } from './field.ts';

type Schema = LanguageModelV4FunctionTool['inputSchema'];
type Property = Exclude<NonNullable<Schema['properties']>[string], boolean>;

/** The inputs of a tool's JSON Schema, in its order. */
export function readFields({ properties = {} }: Schema): Field[] {
  return Object.entries(properties).flatMap(([name, property]) =>
    typeof property === 'object' ? [readField(name, property)] : [],
  );
}

function readField(name: string, property: Property): Field {
  const isList = property.type === 'array';
  const item = isList && typeof property.items === 'object' && !Array.isArray(property.items);
  const shape = item ? (property.items as Property) : property;
  const said = spell(name);
  const description = property.description ?? property.title ?? '';
  return {
    name,
    kind: readKind(shape, said, description.toLowerCase()),
    words: `${said} ${description.toLowerCase()}`.trim(),
    label: description.trim() || said,
    options: (shape.enum ?? []).filter(isOption),
    pattern: shape.pattern ?? null,
    isList,
    maxLength: shape.maxLength ?? null,
  };
}

function isOption(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** `orderId`, `order_id` → `order id`. */
function spell(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .toLowerCase()
    .trim();
}

function readKind(
  { type, format, pattern, enum: options }: Property,
  name: string,
  description: string,
): FieldKind {
  if (options !== undefined) return 'option';
  if (type === 'boolean' || type === 'integer' || type === 'number') return type;
  if (type === 'object') return 'object';
  if (pattern !== undefined && wantsTime(pattern)) return 'time';
  const formatted = format === undefined ? undefined : FORMATS[format];
  return formatted ?? recogniseKind(name) ?? recogniseKind(description) ?? 'text';
}

/** JSON Schema's own `time` has seconds and an offset, so hours and minutes are told by a pattern. */
function wantsTime(pattern: string): boolean {
  return fitsPattern('15:30', pattern) && !fitsPattern('1530', pattern) && !fitsPattern('name', pattern);
}

const FORMATS: Record<string, FieldKind> = {
  email: 'email',
  'idn-email': 'email',
  phone: 'phone',
  uri: 'link',
  url: 'link',
  date: 'date',
  time: 'time',
  'date-time': 'moment',
  amount: 'amount',
  'order-id': 'code',
  code: 'code',
  'person-name': 'person',
  company: 'company',
};

/** The first that fits is it: "company name" is a company, "order date" a date. */
const KINDS: { kind: FieldKind; words: RegExp }[] = [
  { kind: 'email', words: /\be-?mail|\bmail ?(?:address|adresse)|بريد|إيميل|ايميل/u },
  {
    kind: 'phone',
    words: /\b(?:tele)?phone|\bmobile|\bcell|\btel\b|telefon|handy|rufnummer|هاتف|جوال|موبايل/u,
  },
  { kind: 'link', words: /\b(?:url|link|website|homepage|webseite)\b/u },
  {
    kind: 'date',
    words: /\b(?:date|day|birthday|datum|tag|geburtstag|deadline|check ?in|check ?out)\b|تاريخ|يوم/u,
  },
  { kind: 'time', words: /\b(?:time|hour|uhrzeit|zeit)\b|وقت|ساعة/u },
  {
    kind: 'message',
    words:
      /\b(?:message|comments?|questions?|notes?|reason|requests?|feedback|problem|issue|details|words|inquiry|complaint|nachricht|kommentar|frage|anliegen|grund|anmerkung|beschreibung)\b|رسالة|سؤال|ملاحظة|سبب/u,
  },
  { kind: 'address', words: /\b(?:address|street|adresse|anschrift|straße|strasse|lieferadresse)\b|عنوان/u },
  {
    kind: 'code',
    words:
      /\b(?:id|ids|number|no|nr|num|code|sku|reference|ref|postcode|postal|zip|iban|serial|plz)\b|nummer|kennung|رقم|رمز/u,
  },
  {
    kind: 'company',
    words: /\b(?:company|organi[sz]ation|employer|business|firma|unternehmen|betrieb)\b|شركة|مؤسسة/u,
  },
  {
    kind: 'amount',
    words: /\b(?:amount|price|budget|total|sum|cost|refund|betrag|preis|summe)\b|مبلغ|سعر|ميزانية/u,
  },
  {
    kind: 'place',
    words: /\b(?:city|town|country|location|place|destination|ort|stadt|land)\b|مدينة|بلد|مكان/u,
  },
  { kind: 'code', words: /^(?:order|ticket|invoice|tracking|bestellung)$|^الطلب$/u },
  {
    kind: 'text',
    words: /\b(?:product|item|file|article|artikel|produkt|project|event|room|brand|plan) name\b/u,
  },
  { kind: 'person', words: /\b(?:name|vorname|nachname|person|surname)\b|(?:^|\s)(?:ال)?اسم/u },
];

/** What sort of value some words speak of. */
export function recogniseKind(text: string): FieldKind | null {
  return KINDS.find(({ words }) => words.test(text))?.kind ?? null;
}
