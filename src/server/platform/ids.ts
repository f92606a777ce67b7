import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new public id: opaque, unguessable enough to be no secret, and sorted by time so that indexes stay warm. */
export function newId(): string {
  return v7();
}

/** A new bearer token: 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: who reads the database cannot speak as its holder. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
