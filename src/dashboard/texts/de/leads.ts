import type { leads as english } from '../en/leads.ts';

export const leads: typeof english = {
  title: 'Leads',
  hint: 'Kontaktdaten, die Besucher hinterlassen haben, einmal für jede Person.',
  export: 'CSV exportieren',
  search: 'Nach Name, E-Mail oder allem suchen, was sie schrieben',
  none: 'Noch keine Leads',
  noneHint:
    'Schalten Sie „Leads sammeln“ ein, und der Agent fragt Besucher nach ihren Daten, wenn es ihnen hilft.',
  turnOn: '„Leads sammeln“ einschalten',
  notFound: 'Niemand hat „{{q}}“ hinterlassen',
  notFoundHint: 'Versuchen Sie es mit einem Teil des Namens oder der Adresse.',
  lead: 'Lead',
  name: 'Name',
  email: 'E-Mail',
  phone: 'Telefon',
  company: 'Firma',
  message: 'Nachricht',
  when: 'Wann',
  noName: 'Jemand ohne Namen',
  partial: 'Nicht gesendet',
  partialHint: 'Das wurde getippt und nicht gesendet.',
  times_one: '{{count}}-mal',
  times_other: '{{count}}-mal',
  first: 'Zum ersten Mal',
  last: 'Zuletzt',
  submissions: 'Wie oft',
  consent: 'Dem zugestimmt wurde',
  close: 'Schließen',
  delete: 'Löschen',
  deleteTitle: 'Diesen Lead löschen?',
  deleteText_one:
    'Was diese Person hinterlassen hat, wird gelöscht und kann nicht zurückgeholt werden. Das Gespräch bleibt.',
  deleteText_other:
    'Alle {{count}} Male, die diese Person ihre Daten hinterlassen hat, werden gelöscht und können nicht zurückgeholt werden. Die Gespräche bleiben.',
  deleted: 'Der Lead ist gelöscht.',
  erase: 'Diese Person löschen',
  eraseTitle: 'Alles von dieser Person löschen?',
  eraseText:
    'Leads, Gespräche, Buchungen und Aufrufe dieser Person werden überall gelöscht und können nicht zurückgeholt werden. Was andere Dienste erhalten haben, bleibt dort.',
  erased: 'Alles von dieser Person ist gelöscht.',
};
