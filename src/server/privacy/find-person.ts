import type { Pool } from 'pg';
import type { PersonQuery } from '../../contract/privacy/person.ts';
import { findContactKey } from '../leads/contact-key.ts';
import { AppError, notFound } from '../platform/errors.ts';

// By what they left, by what was signed of them, and by what was sent for them. A phone number is told by its digits.
const FIND = `
with said as (select $2::text as email, $3::text as phone)
select visitors.id from visitors, said where workspace_id = $1
  and (visitors.id = $5 or sub = $4 or exists (select from jsonb_each_text(attributes) field where
    lower(field.value) = email or regexp_replace(field.value, '[^0-9+]', '', 'g') = phone))
union
select visitor_id from leads, said where workspace_id = $1 and exists (
  select from jsonb_each_text(values) field where
    lower(field.value) = email or regexp_replace(field.value, '[^0-9+]', '', 'g') = phone)
union
select visitor_id from calls, said where workspace_id = $1 and visitor_id is not null and exists (
  select from jsonb_each(inputs) field where lower(field.value ->> 'value') = email
    or regexp_replace(field.value ->> 'value', '[^0-9+]', '', 'g') = phone)`;

export interface FoundPerson {
  visitorIds: string[];
  /** As it is compared: lower case. Null: they were not named by it. */
  email: string | null;
  /** As it is compared: digits. */
  phone: string | null;
}

/** The visitors that somebody was. @throws AppError `not_found`, `invalid` when they are not named by exactly one thing */
export async function findPerson(pool: Pool, workspaceId: string, person: PersonQuery): Promise<FoundPerson> {
  if (Object.values(person).filter((value) => value !== undefined).length !== 1)
    throw new AppError('invalid', {
      publicMessage: 'Name the person by one of email, phone, sub and visitorId.',
    });
  const { sub, visitorId } = person;
  const email = person.email ? toContact({ email: person.email }) : null;
  const phone = person.phone ? toContact({ phone: person.phone }) : null;
  const values = [workspaceId, email, phone, sub ?? null, visitorId ?? null];
  const { rows } = await pool.query<{ id: string }>(FIND, values);
  if (rows.length === 0) throw notFound('person');
  return { visitorIds: rows.map(({ id }) => id), email, phone };
}

/** The contact as leads are told apart by it, without saying what it is. */
function toContact(values: Record<string, string>): string | null {
  return findContactKey(values)?.replace(/^\w+:/, '') ?? null;
}
