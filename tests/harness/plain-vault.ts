import type { Vault } from '../../src/server/platform/secrets/vault.ts';

/** A vault without a door, for tests of what stores no secrets. */
export const plainVault: Vault = {
  seal: async (_workspaceId, _place, text) => text,
  open: async (_workspaceId, _place, sealed) => sealed,
  digest: async (_workspaceId, text) => text,
};
