import type { ImportedRequest } from '../../../contract/http/import.ts';

type SecretFound = ImportedRequest['secretsFound'][number];

export interface SecretCollector {
  readonly found: SecretFound[];
  /**
   * Takes a secret out of the request.
   * @param label what it is, for its name: `TOKEN`, `X-Api-Key`, or the variable that stood in its place
   * @returns the placeholder that stands for it
   */
  take(where: string, label: string, value: string | null): string;
}

/** Gathers the secrets of a request; their names begin with the host, so that two APIs do not share a `TOKEN`. */
export function collectSecrets(host: string): SecretCollector {
  const found: SecretFound[] = [];
  return {
    found,
    take(where, label, value) {
      const base = toSecretName(host, label);
      const known = found.find(
        (secret) => secret.value === value && (value !== null || secret.name === base),
      );
      if (known) return `{{secrets.${known.name}}}`;
      const taken = new Set(found.map(({ name }) => name));
      let name = base;
      for (let count = 2; taken.has(name); count += 1) name = `${base.slice(0, 60)}_${count}`;
      found.push({ name, where, value });
      return `{{secrets.${name}}}`;
    },
  };
}

function toSecretName(host: string, label: string): string {
  const own = toUpperSnake(label).replace(/^X_/, '') || 'SECRET';
  // A telling variable such as STRIPE_SECRET_KEY needs no host.
  const words = own.split('_').filter((word) => !/^(API|ACCESS|AUTH|SECRET|CLIENT|MY|YOUR)$/.test(word));
  const isTelling = words.length > 1 && /_(KEY|TOKEN|SECRET|PASSWORD)$/.test(own);
  const name = isTelling ? own : `${toUpperSnake(host)}_${own}`;
  return (/^[A-Z]/.test(name) ? name : `HOST_${name}`).slice(-64).replace(/^[^A-Z]+/, '');
}

function toUpperSnake(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}
