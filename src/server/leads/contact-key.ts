import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * By what two leads are told to be of one person: the e-mail address, else the phone number. Null: neither is there.
 * Two spellings of a mailbox that only its own server could tell apart are taken for one.
 */
export function findContactKey({ email = '', phone = '' }: Record<string, string>): string | null {
  const address = email.normalize('NFKC').trim().toLowerCase();
  if (address !== '') return `email:${address}`;
  const digits = parsePhoneNumberFromString(phone)?.number ?? phone.replace(/[^\d+]/g, '');
  return digits === '' ? null : `phone:${digits}`;
}
