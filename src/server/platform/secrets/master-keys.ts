import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { StartError } from '../start-error.ts';
import { parseSecret } from './parse-secret.ts';
import type { Redactor } from './redactor.ts';
import { readSecretFile } from './secret-file.ts';

/** What is derived from one secret of the operator, each part for one use. */
export interface MasterKey {
  /** Tells keys apart, and nothing about them. */
  kid: string;
  wrapping: KeyObject;
  /** Signs the cookies of people's sessions. */
  sessionSecret: string;
}

export interface MasterKeys {
  current: MasterKey;
  /** Also among the earlier ones. */
  find(kid: string): MasterKey | undefined;
  /** Where they come from, to begin a sentence with. */
  source: string;
}

interface MasterKeysOptions {
  /** BELLHOP_SECRET. Undefined: the file in the data folder, which is made when there is none. */
  secret: string | undefined;
  /** Asked for only when the file is needed. */
  findDataDir: () => string;
  redactor: Redactor;
}

/** @throws StartError when there is no usable secret */
export function loadMasterKeys({ secret, findDataDir, redactor }: MasterKeysOptions): MasterKeys {
  const { source, text } =
    secret === undefined ? fromFile(findDataDir()) : { source: 'BELLHOP_SECRET', text: secret };
  const secrets = parseSecret(text);
  if (!secrets) {
    throw new StartError(
      `${source} cannot be used: it must hold 32 random bytes as base64, as "openssl rand -base64 32" prints them.`,
    );
  }
  for (const part of [...text.split(','), ...secrets.map((bytes) => bytes.toString('base64'))])
    redactor.keep(part.trim());
  const keys = secrets.map(deriveMasterKey);
  return {
    current: keys[0] as MasterKey,
    find: (kid) => keys.find((key) => key.kid === kid),
    source,
  };
}

function fromFile(dataDir: string): { source: string; text: string } {
  const { path, text } = readSecretFile(dataDir);
  return { source: `The secret file ${path}`, text };
}

function deriveMasterKey(secret: Buffer): MasterKey {
  return {
    kid: derive(secret, 'bellhop master key id', 8).toString('hex'),
    wrapping: createSecretKey(derive(secret, 'bellhop data key wrapping', 32)),
    sessionSecret: derive(secret, 'bellhop session cookies', 32).toString('base64url'),
  };
}

/** One key per purpose, so that none is ever used for two. */
function derive(secret: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, bytes));
}
