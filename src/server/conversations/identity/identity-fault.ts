import { AppError } from '../../platform/errors.ts';

export type IdentityFaultCode =
  | 'no_secret'
  | 'malformed'
  | 'wrong_algorithm'
  | 'bad_signature'
  | 'missing_claim'
  | 'wrong_audience'
  | 'expired'
  | 'not_valid_yet'
  | 'lifetime_too_long'
  | 'bad_claim';

/** Why a token is not taken, in words for the developer of the site. */
export class IdentityFault extends Error {
  readonly code: IdentityFaultCode;

  constructor(code: IdentityFaultCode, message: string) {
    super(message);
    this.code = code;
  }

  /** Not 401: that speaks of the session, which is as good as before. */
  toAppError(): AppError {
    const { code, message } = this;
    return new AppError('invalid', {
      publicMessage: message,
      details: [{ path: 'identity', code, message }],
      cause: this,
    });
  }
}
