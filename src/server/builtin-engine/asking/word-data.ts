import type { Language } from '../language/detect-language.ts';

/** What an action may tell, in short sentences: "Status: shipped. Delivery date: 12 March 2026." Empty: there is nothing. */
export function wordData(data: unknown, language: Language): string {
  const text = onlyText(data);
  if (text !== null) return text.slice(0, LONGEST_VALUE).trim();
  return wordEntries(data, language)
    .map(({ label, value }) => (/[.!?؟]$/.test(value) ? `${label}: ${value}` : `${label}: ${value}.`))
    .join(' ');
}

/** What is nothing but a text needs no name before it. */
function onlyText(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || Object.keys(data).length !== 1) return null;
  return 'text' in data && typeof data.text === 'string' ? data.text : null;
}

const MOST_ENTRIES = 12;
const LONGEST_VALUE = 300;

function wordEntries(data: unknown, language: Language): { label: string; value: string }[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  return Object.entries(data)
    .flatMap(([key, value]) => {
      const said = wordValue(value, language);
      return said === '' ? [] : [{ label: wordKey(key, language), value: said }];
    })
    .slice(0, MOST_ENTRIES);
}

/** `deliveryDate`, `delivery_date` → "Delivery date". */
function wordKey(key: string, language: Language): string {
  const words = key
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .trim()
    .toLowerCase();
  const known = language === 'en' ? undefined : KEYS[words]?.[language];
  return known ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const KEYS: Partial<Record<string, { de: string; ar: string }>> = {
  status: { de: 'Status', ar: 'الحالة' },
  state: { de: 'Status', ar: 'الحالة' },
  'order number': { de: 'Bestellnummer', ar: 'رقم الطلب' },
  'order id': { de: 'Bestellnummer', ar: 'رقم الطلب' },
  'delivery date': { de: 'Liefertermin', ar: 'تاريخ التسليم' },
  eta: { de: 'Ankunft', ar: 'الوصول المتوقع' },
  carrier: { de: 'Versand mit', ar: 'شركة الشحن' },
  'tracking number': { de: 'Sendungsnummer', ar: 'رقم التتبع' },
  address: { de: 'Adresse', ar: 'العنوان' },
  'delivery address': { de: 'Lieferadresse', ar: 'عنوان التسليم' },
  date: { de: 'Datum', ar: 'التاريخ' },
  time: { de: 'Uhrzeit', ar: 'الوقت' },
  name: { de: 'Name', ar: 'الاسم' },
  total: { de: 'Summe', ar: 'المجموع' },
  amount: { de: 'Betrag', ar: 'المبلغ' },
  price: { de: 'Preis', ar: 'السعر' },
  quantity: { de: 'Menge', ar: 'الكمية' },
  items: { de: 'Artikel', ar: 'المنتجات' },
  product: { de: 'Produkt', ar: 'المنتج' },
  balance: { de: 'Guthaben', ar: 'الرصيد' },
};

function wordValue(value: unknown, language: Language): string {
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return wordDay(value, language) ?? value.replace(/\s+/g, ' ').trim().slice(0, LONGEST_VALUE);
  if (Array.isArray(value)) {
    const said = value.slice(0, MOST_ENTRIES).map((item) => wordValue(item, language));
    return said.filter((item) => item !== '').join(', ');
  }
  return wordEntries(value, language)
    .map((entry) => `${entry.label} ${entry.value}`)
    .join(', ');
}

const YES_NO: Record<Language, [string, string]> = {
  en: ['yes', 'no'],
  de: ['ja', 'nein'],
  ar: ['نعم', 'لا'],
};

/** "2026-03-12", with or without a time, as people write it; the time is that of the place it came from. */
function wordDay(value: string, language: Language): string | null {
  const [, date, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(value) ?? [];
  const day = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day)) return null;
  const said = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  return time === undefined || time === '00:00' ? said : `${said}, ${time}${zone === 'Z' ? ' UTC' : ''}`;
}

const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de', ar: 'ar' };
