import type { Language } from '../language/detect-language.ts';
import type { Field } from './field.ts';

/** What an input is called to a visitor: by the owner's description, translated where it is a common one. */
export function nameField({ label, name }: Pick<Field, 'label' | 'name'>, language: Language): string {
  const said = shorten(label) || name.replace(/[_-]+/g, ' ');
  // Inside an English sentence a noun has no capital, unless it is "VAT number".
  if (language === 'en') return said.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
  const known = NAMES.find(([english]) => english.test(said));
  if (known === undefined) return said;
  return language === 'de' ? known[1] : known[2];
}

const LONGEST = 60;

/** "The visitor's order number, like ORD-1" → "order number". */
function shorten(label: string): string {
  const [first = ''] = label.split(/[.,;:!?(\n]|\s(?:like|such as|e\.g|z\. ?B|in the form(?:at)?)\s?/u);
  const plain = first
    .replace(/^(?:the|a|an|your|their|der|die|das|ihre?)\s+/iu, '')
    .replace(/^(?:visitor|customer|client|user|patient|guest)['’]?s?['’]?\s+(?=\p{Ll})/iu, '')
    .replace(OF_PERSON, '')
    .trim();
  return plain.length > LONGEST ? '' : plain;
}

const OF_PERSON =
  /\s+(?:(?:of|for|from) (?:the|a) (?:visitor|customer|client|user|patient|guest|caller|buyer|student|person|traveller|member)|(?:des|der|vom) (?:Kunden|Kundin|Besuchers|Besucherin|Patienten|Patientin|Nutzers|Gasts|Gastes))$/iu;

const NAMES: [RegExp, german: string, arabic: string][] = [
  [/^(?:e-?mail(?: address)?|mail(?: address)?)$/i, 'Ihre E-Mail-Adresse', 'البريد الإلكتروني'],
  [/^(?:(?:tele)?phone|mobile|cell)(?: number)?$/i, 'Ihre Telefonnummer', 'رقم الهاتف'],
  [/^order(?: (?:number|id|no\.?|code|reference))?$/i, 'Ihre Bestellnummer', 'رقم الطلب'],
  [/^invoice(?: (?:number|id|no\.?))?$/i, 'Ihre Rechnungsnummer', 'رقم الفاتورة'],
  [/^ticket (?:number|id|no\.?)$/i, 'Ihre Ticketnummer', 'رقم التذكرة'],
  [/^(?:booking|reservation) (?:number|id|code|reference)$/i, 'Ihre Buchungsnummer', 'رقم الحجز'],
  [/^(?:tracking|parcel|shipment) (?:number|id|code)$/i, 'Ihre Sendungsnummer', 'رقم التتبع'],
  [/^(?:customer|client|member) (?:number|id|no\.?)$/i, 'Ihre Kundennummer', 'رقم العميل'],
  [/^(?:first|given) name$/i, 'Ihren Vornamen', 'الاسم الأول'],
  [/^(?:last|family) name|surname$/i, 'Ihren Nachnamen', 'اسم العائلة'],
  [/^(?:full )?name$/i, 'Ihren Namen', 'الاسم'],
  [/^(?:company|organi[sz]ation)(?: name)?$/i, 'Ihre Firma', 'اسم الشركة'],
  [/^new (?:delivery |shipping )?address$/i, 'die neue Adresse', 'العنوان الجديد'],
  [/^(?:delivery |shipping |postal )?address$/i, 'Ihre Adresse', 'العنوان'],
  [/^(?:city|town)$/i, 'die Stadt', 'المدينة'],
  [/^(?:postcode|zip(?: code)?|postal code)$/i, 'Ihre Postleitzahl', 'الرمز البريدي'],
  [/^(?:start date|date from|arrival(?: date)?)$/i, 'den ersten Tag', 'تاريخ البداية'],
  [/^(?:end date|date to|departure(?: date)?)$/i, 'den letzten Tag', 'تاريخ النهاية'],
  [/^(?:date|day)(?: of the (?:appointment|booking|visit))?$/i, 'das Datum', 'التاريخ'],
  [/^time(?: of (?:day|the (?:appointment|booking|visit)))?$/i, 'die Uhrzeit', 'الوقت'],
  [/^(?:number of (?:people|guests|persons)|people|guests)$/i, 'die Zahl der Personen', 'عدد الأشخاص'],
  [/^amount(?: of money)?$/i, 'den Betrag', 'المبلغ'],
  [/^quantity$/i, 'die Menge', 'الكمية'],
  [/^size$/i, 'die Größe', 'المقاس'],
  [/^colou?r$/i, 'die Farbe', 'اللون'],
  [/^message$/i, 'Ihre Nachricht', 'رسالتك'],
  [/^reason$/i, 'den Grund', 'السبب'],
  [/^(?:product|item|article)(?: name)?$/i, 'das Produkt', 'المنتج'],
];
