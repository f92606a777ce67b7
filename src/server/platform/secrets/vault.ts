import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { adoptMasterKey } from './adopt-master-key.ts';
import { dataKeyStore } from './data-keys.ts';
import type { MasterKeys } from './master-keys.ts';
import { kidOf, type Place, seal, unseal } from './seal.ts';

/** Encrypts what a workspace stores, so that who reads the database reads nothing. */
export interface Vault {
  seal(workspaceId: string, place: Place, text: string): Promise<string>;
  /** @throws Error when the text was not sealed for this workspace and place, or was changed since */
  open(workspaceId: string, place: Place, sealed: string): Promise<string>;
  /** Tells equal texts of a workspace, and nothing about them to who has no key. Hex. */
  digest(workspaceId: string, text: string): Promise<string>;
}

/** Master key → data key of the workspace → value. @throws StartError when the master keys are not this database's */
export async function openVault(pool: Pool, masterKeys: MasterKeys): Promise<Vault> {
  await adoptMasterKey(pool, masterKeys);
  const dataKeyOf = dataKeyStore(pool, masterKeys);
  return {
    async seal(workspaceId, place, text) {
      const { id, key } = await dataKeyOf(workspaceId);
      return seal({ workspaceId, place, key, kid: id }, text);
    },
    async open(workspaceId, place, sealed) {
      const { id, key } = await dataKeyOf(workspaceId);
      if (kidOf(sealed) !== id) {
        throw new Error(`${place.table}.${place.column} of ${place.row} was sealed for another workspace.`);
      }
      return unseal({ workspaceId, place, key }, sealed).toString('utf8');
    },
    async digest(workspaceId, text) {
      const { key } = await dataKeyOf(workspaceId);
      const digesting = createHmac('sha256', key).update('bellhop digest').digest();
      return createHmac('sha256', digesting).update(text).digest('hex');
    },
  };
}
