import { SignJWT } from 'jose';

/** Signs a token as an owner's server does. Claims that are undefined are left out. */
export function signIdentity(
  secret: string,
  agentId: string,
  { header, ...claims }: { header?: { alg: string } } & Record<string, unknown> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ aud: agentId, sub: 'ada', iat: now, exp: now + 600, ...claims })
    .setProtectedHeader(header ?? { alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
}
