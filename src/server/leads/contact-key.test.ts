import { expect, it } from 'vitest';
import { findContactKey } from './contact-key.ts';

it.each([
  [{ email: 'Ada@Example.com ' }, 'email:ada@example.com'],
  [{ email: 'ada@example.com', phone: '+47 22 33 44 55' }, 'email:ada@example.com'],
  [{ phone: '+47 22 33 44 55' }, 'phone:+4722334455'],
  [{ phone: '0047 22334455' }, 'phone:004722334455'],
  [{ phone: '22 33-44 55' }, 'phone:22334455'],
  [{ name: 'Ada' }, null],
])('%j is known by %j', (values, key) => {
  expect(findContactKey(values as Record<string, string>)).toBe(key);
});
