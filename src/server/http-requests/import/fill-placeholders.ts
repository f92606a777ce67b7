import type { ImportDraft } from './import-draft.ts';
import { importFault } from './import-fault.ts';
import { isSecretName } from './spot-secrets.ts';

export interface Slot {
  kind: 'path' | 'query' | 'header' | 'json' | 'form' | 'text';
  /** For whoever reads it: "header Authorization". */
  where: string;
}

/** Makes inputs, or secrets, of the `{{names}}` in a text; braces that are none stay braces. */
export function fillPlaceholders(text: string, slot: Slot, draft: ImportDraft): string {
  return text.replace(/\{{2,}(?:([^{}]*)\}\})?/g, (found, inside: string | undefined, at: number) => {
    if (text[at - 1] === '\\' && slot.kind !== 'path') return found;
    const [, name, optional] = /^\s*(\$?[A-Za-z_][\w .-]*?)\s*(\?)?\s*$/.exec(inside ?? '') ?? [];
    if (found.startsWith('{{{') || name === undefined) return escapeBraces(found, slot);
    return standFor(name, optional === undefined, slot, draft);
  });
}

function standFor(name: string, required: boolean, slot: Slot, draft: ImportDraft): string {
  if (/^secrets\.\w+$/.test(name)) {
    if (slot.kind === 'path')
      throw importFault(
        draft.source,
        'A secret cannot stand in the path of an address. Use a header or the query.',
      );
    return `{{${name}}}`;
  }
  const isSecret = isSecretName(name);
  if (isSecret && slot.kind !== 'path') return draft.secrets.take(slot.where, name, null);
  if (isSecret)
    draft.notes.push(
      `${name} looks like a secret, but a path cannot hold one: it became an input. Check it.`,
    );
  return draft.inputs.add({ original: name, required }) ?? '';
}

const ESCAPES: Record<Slot['kind'], string> = {
  path: '%7B%7B',
  query: '\\{{',
  header: '\\{{',
  json: '\\\\{{',
  form: '\\{{',
  text: '\\{{',
};

function escapeBraces(found: string, { kind }: Slot): string {
  return found.replace(/\{\{/g, ESCAPES[kind]);
}
