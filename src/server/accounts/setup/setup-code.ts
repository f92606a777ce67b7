import { randomInt, timingSafeEqual } from 'node:crypto';
import { hashToken } from '../../platform/ids.ts';

/** Without letters and digits that look alike. 78 bits in 16 of them. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** The code that a first start prints: whoever can read it there may make the owner's account. Of this process, and never stored. */
export class SetupCode {
  readonly code = Array.from({ length: 4 }, makeGroup).join('-');

  /** However it was typed. */
  matches(given: string): boolean {
    return timingSafeEqual(hashToken(normalize(given)), hashToken(normalize(this.code)));
  }
}

function makeGroup(): string {
  return Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

function normalize(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
