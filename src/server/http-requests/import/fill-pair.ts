import { fillPlaceholders, type Slot } from './fill-placeholders.ts';
import type { ImportDraft } from './import-draft.ts';
import { importFault } from './import-fault.ts';
import { isSecretName, isSecretValue } from './spot-secrets.ts';
import { takeCredential } from './take-credential.ts';

interface Pair {
  name: string;
  value: string;
}

/** A parameter of the query or a field of a form, with its inputs and secrets taken out. */
export function fillPair({ name, value }: Pair, kind: 'query' | 'form', draft: ImportDraft): Pair {
  if (name.includes('{{'))
    throw importFault(
      draft.source,
      'A placeholder stands for the name of a parameter; only values can be filled in.',
    );
  const slot: Slot = { kind, where: `${kind} ${name}` };
  const isSecret = isSecretName(name) || isSecretValue(name, value);
  if (isSecret) return { name, value: takeCredential(value, slot, name, draft) };
  const [, standIn] = /^(?:<([A-Za-z][\w .-]*)>|\{([A-Za-z][\w.-]*)\})$/.exec(value)?.filter(Boolean) ?? [];
  return { name, value: fillPlaceholders(standIn ? `{{${standIn}}}` : value, slot, draft) };
}
