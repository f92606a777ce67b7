import type { Redactor } from '../platform/secrets/redactor.ts';
import type { Vault } from '../platform/secrets/vault.ts';

interface SecretPlace {
  workspaceId: string;
  id: string;
  column: 'secret' | 'old_secret';
}

/** The secrets that sign, as they are stored. Each that comes by is known to the redactor. */
export function signingSecretStore({ vault, redactor }: { vault: Vault; redactor: Redactor }) {
  const placeOf = ({ id, column }: SecretPlace) => ({ table: 'webhooks', row: id, column });
  return {
    seal(place: SecretPlace, secret: string): Promise<string> {
      redactor.add(secret);
      return vault.seal(place.workspaceId, placeOf(place), secret);
    },
    async open(place: SecretPlace, sealed: string): Promise<string> {
      const secret = await vault.open(place.workspaceId, placeOf(place), sealed);
      redactor.add(secret);
      return secret;
    },
  };
}

export type SigningSecrets = ReturnType<typeof signingSecretStore>;
