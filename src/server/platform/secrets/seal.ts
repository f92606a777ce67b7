import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where a sealed value is stored. It opens there only: a value that was moved to another row is refused. */
export interface Place {
  table: string;
  row: string;
  column: string;
}

interface SealOptions {
  workspaceId: string;
  place: Place;
  key: KeyObject;
}

/** AES-256-GCM, as `v1.kid.nonce.ct.tag`. */
export function seal({ key, ...where }: SealOptions & { kid: string }, plain: string | Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(describe(where));
  const encrypted = Buffer.concat([
    typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain),
    cipher.final(),
  ]);
  const parts = [nonce, encrypted, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return [VERSION, where.kid, ...parts].join('.');
}

/** @throws Error when it was not sealed with this key for this place, or was changed since */
export function unseal({ key, ...where }: SealOptions, sealed: string): Buffer {
  const [version, , ...parts] = sealed.split('.');
  const [nonce, encrypted, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== VERSION || parts.length !== 3 || !nonce || !encrypted || !tag)
    throw unreadable(where.place);
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(describe(where));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(encrypted), decipher.final()]);
  } catch (cause) {
    throw unreadable(where.place, cause);
  }
}

/** The id of the key that it was sealed with. */
export function kidOf(sealed: string): string | undefined {
  return sealed.split('.')[1];
}

function describe({ workspaceId, place }: Omit<SealOptions, 'key'>): Buffer {
  return Buffer.from([workspaceId, place.table, place.row, place.column].join('|'));
}

function unreadable({ table, row, column }: Place, cause?: unknown): Error {
  return new Error(
    `${table}.${column} of ${row} cannot be opened: it was changed or moved outside of Bellhop.`,
    {
      cause,
    },
  );
}
