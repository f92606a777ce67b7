import type { Lead } from '../../contract/lead.ts';

/** What a person is called in a list: by what they left, the best there is. */
export function nameOf({ name, email, phone, company }: Lead['values']): string | undefined {
  return [name, email, phone, company].find((value) => value !== undefined && value.trim() !== '');
}
