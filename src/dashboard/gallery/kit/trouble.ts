import { ERROR_STATUS, type ErrorCode, type ErrorDetail } from '../../../contract/errors.ts';
import { Trouble } from './gallery-state.ts';

/** The answer takes its time: what is seen until then. */
export const NEVER = new Trouble('never');

/** No server, or no network. */
export const UNREACHABLE = new Trouble(null);

/** What the API says instead, in its own words. */
export function refuse(code: ErrorCode, message: string, details: ErrorDetail[] = []): Trouble {
  return new Trouble({ status: ERROR_STATUS[code], code, message, details });
}

/** The API is there, and cannot answer now. */
export const UNAVAILABLE = refuse('unavailable', 'The database does not answer. Try again in a moment.');

/** What was sent will not do, and why. */
export const refuseValues = (...details: ErrorDetail[]): Trouble =>
  refuse('invalid', 'Some values are not valid.', details);
