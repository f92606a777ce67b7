import type { Pool } from 'pg';
import { z } from 'zod';
import type { Secret, SecretChange } from '../../../contract/secret.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import type { Redactor } from '../../platform/secrets/redactor.ts';
import type { Vault } from '../../platform/secrets/vault.ts';
import { normaliseHost } from './bound-host.ts';
import { readSecrets } from './read-secrets.ts';
import { removeSecret } from './remove-secret.ts';
import { revealSecrets } from './reveal-secrets.ts';
import { placeOf } from './secret-place.ts';
import { writeSecret } from './write-secret.ts';

interface SecretStoreDeps {
  pool: Pool;
  vault: Vault;
  /** Told every value that comes by. */
  redactor: Redactor;
}

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
/** Of a shorter value, four characters would be too much. */
const LAST4_MIN_CHARS = 12;
const nameCursor = z.tuple([z.string().regex(NAME)]);

/** The secrets of workspaces: written by people, read only by requests that go to a host they are bound to. */
export function secretStore({ pool, vault, redactor }: SecretStoreDeps) {
  const get = async (workspaceId: string, name: string): Promise<Secret> => {
    const [secret] = await readSecrets(pool, workspaceId, { name, after: null, limit: 1 });
    if (!secret) throw notFound('secret');
    return secret;
  };

  return {
    /** @throws AppError `not_found` */
    get,

    /** Sorted by name. */
    async list(workspaceId: string, page: PageQuery) {
      const after = readCursor(page.cursor, nameCursor)?.[0] ?? null;
      const secrets = await readSecrets(pool, workspaceId, { name: null, after, limit: page.limit + 1 });
      return toPage(
        secrets,
        page.limit,
        (secret) => [secret.name],
        (secret) => secret,
      );
    },

    /** Makes or changes a secret; what is not given stays. @throws AppError `invalid` with a path per problem */
    async put(workspaceId: string, name: string, { value, hosts }: SecretChange): Promise<Secret> {
      if (value !== undefined) redactor.add(value);
      checkName(name);
      const write = {
        name,
        hosts: hosts && checkHosts(hosts),
        value: value === undefined ? undefined : await sealValue(workspaceId, name, value),
      };
      if (!(await writeSecret(pool, workspaceId, write))) {
        const missing = value === undefined ? 'value' : 'hosts';
        throw invalid(missing, `is missing: there is no secret ${name} yet`);
      }
      return get(workspaceId, name);
    },

    /** What uses it gets another one in its place. @throws AppError `not_found`, `in_use` with what uses it, or `invalid` */
    remove(workspaceId: string, name: string, replaceWith?: string): Promise<void> {
      return removeSecret(pool, workspaceId, name, replaceWith);
    },

    /**
     * The values by name, for a request to this host (with its port, unless that is the scheme's own).
     * @throws AppError `invalid` that names the secret which is missing, or not bound to the host
     */
    reveal(workspaceId: string, names: string[], host: string): Promise<Map<string, string>> {
      return revealSecrets({ pool, vault, redactor, workspaceId, names, host });
    },
  };

  async function sealValue(workspaceId: string, name: string, value: string) {
    return {
      sealed: await vault.seal(workspaceId, placeOf(name), value),
      last4: value.length < LAST4_MIN_CHARS ? '' : value.slice(-4),
    };
  }
}

export type SecretStore = ReturnType<typeof secretStore>;

function checkName(name: string): void {
  if (NAME.test(name)) return;
  throw invalid(
    'name',
    'must begin with a letter and have letters, digits and _ only, 64 at most: SHOP_API_KEY',
  );
}

function checkHosts(hosts: string[]): string[] {
  const normalised = hosts.map((host, index) => {
    const found = normaliseHost(host);
    if (!found)
      throw invalid(`hosts.${index}`, 'must be a host such as api.example.com, without https:// and path');
    return found;
  });
  return [...new Set(normalised)];
}

function invalid(path: string, message: string): AppError {
  return new AppError('invalid', { publicMessage: `${path}: ${message}.`, details: [{ path, message }] });
}
