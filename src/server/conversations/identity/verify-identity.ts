import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Attributes } from '../../../contract/widget/identity.ts';
import { IdentityFault } from './identity-fault.ts';
import { isStorable, readAttributes } from './read-attributes.ts';

const DAY_SECONDS = 86_400;
/** By so much the clocks of two servers may differ. */
const SKEW_SECONDS = 60;
const SUB_MAX_CHARS = 200;

export interface VerifiedIdentity {
  sub: string;
  attributes: Attributes;
  issuedAt: Date;
  /** From then on nothing of this holds. */
  expiresAt: Date;
}

interface VerifyOptions {
  agentId: string;
  /** The active identity secrets of the agent. */
  secrets: string[];
  now: Date;
}

/** Checks a token that the owner's server has signed. @throws IdentityFault that says what is wrong with it */
export async function verifyIdentity(token: string, options: VerifyOptions): Promise<VerifiedIdentity> {
  if (options.secrets.length === 0)
    throw new IdentityFault('no_secret', 'This agent has no identity secret. Make one, and sign with it.');
  const { sub, iat = 0, exp = 0, ...payload } = await readPayload(token, options);
  if (typeof sub !== 'string' || sub === '' || sub.length > SUB_MAX_CHARS || !isStorable(sub))
    throw new IdentityFault('bad_claim', `sub must be a text of 1 to ${SUB_MAX_CHARS} characters.`);
  // To the second, without the skew: everything that the token says ends then.
  if (exp * 1_000 <= options.now.getTime()) throw expired();
  if (exp - iat > DAY_SECONDS)
    throw new IdentityFault('lifetime_too_long', 'exp must be at most 24 hours after iat.');
  const times = { issuedAt: new Date(iat * 1_000), expiresAt: new Date(exp * 1_000) };
  return { sub, ...times, attributes: readAttributes(payload) };
}

async function readPayload(token: string, { agentId, secrets, now }: VerifyOptions): Promise<JWTPayload> {
  for (const secret of secrets) {
    try {
      const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
        algorithms: ['HS256'],
        audience: agentId,
        requiredClaims: ['sub', 'iat', 'exp', 'aud'],
        maxTokenAge: DAY_SECONDS,
        clockTolerance: SKEW_SECONDS,
        currentDate: now,
      });
      return payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw explain(error, agentId);
    }
  }
  throw new IdentityFault(
    'bad_signature',
    'The token is not signed with an identity secret of this agent. Is it the right one, and not deleted?',
  );
}

function explain(error: unknown, agentId: string): unknown {
  if (error instanceof errors.JOSEAlgNotAllowed)
    return new IdentityFault('wrong_algorithm', 'The token must be signed with HS256.');
  if (error instanceof errors.JWTExpired)
    return error.claim === 'exp' ? expired() : new IdentityFault('expired', 'iat is more than 24 hours ago.');
  if (error instanceof errors.JWTClaimValidationFailed) return explainClaim(error, agentId);
  if (error instanceof errors.JOSEError)
    return new IdentityFault('malformed', 'This is no signed JSON Web Token (JWT).');
  return error;
}

function explainClaim({ claim, reason }: errors.JWTClaimValidationFailed, agentId: string): IdentityFault {
  if (reason === 'missing') return new IdentityFault('missing_claim', `The token has no ${claim}.`);
  if (claim === 'aud')
    return new IdentityFault(
      'wrong_audience',
      `aud must be the id of the agent that the widget belongs to: ${agentId}.`,
    );
  if (reason === 'invalid')
    return new IdentityFault('bad_claim', `${claim} must be a number: seconds since 1970.`);
  return new IdentityFault(
    'not_valid_yet',
    `${claim} lies in the future. Is the clock of the server right that signed it?`,
  );
}

function expired(): IdentityFault {
  return new IdentityFault('expired', 'The token has expired. Sign a new one for each page.');
}
