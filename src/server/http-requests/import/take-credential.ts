import { fillPlaceholders, type Slot } from './fill-placeholders.ts';
import type { ImportDraft } from './import-draft.ts';
import { isStandIn } from './spot-secrets.ts';

/** Puts a secret in the place of a credential. @param label what it is, for the secret's name */
export function takeCredential(value: string, slot: Slot, label: string, draft: ImportDraft): string {
  if (value.trim() === '') return value;
  if (/\{\{\s*secrets\./.test(value)) return fillPlaceholders(value, slot, draft);
  const [, name] = /^\s*\{\{\s*\$?([\w .-]+?)\s*\}\}\s*$/.exec(value) ?? [];
  if (name !== undefined) return draft.secrets.take(slot.where, name, null);
  const isKnown = !value.includes('{{') && !isStandIn(value);
  return draft.secrets.take(slot.where, label, isKnown ? value : null);
}

/** The same for the value of a header, whose first word (`Bearer`, `Basic`, …) is no secret. */
export function takeHeaderCredential(name: string, value: string, draft: ImportDraft): string {
  const slot: Slot = { kind: 'header', where: `header ${name}` };
  const isAuthorization = /^(proxy-)?authorization$/i.test(name);
  const [, scheme, rest] = (isAuthorization && /^([A-Za-z][\w-]*) +(.+)$/s.exec(value)) || [];
  if (scheme === undefined || rest === undefined || isStandIn(value))
    return takeCredential(value, slot, isAuthorization ? 'TOKEN' : name, draft);
  if (/^(AWS4|Digest|OAuth|Hawk|Signature|NTLM|Negotiate)/i.test(scheme))
    draft.notes.push(`${scheme} signs each request anew: what was pasted works once at most.`);
  const label = scheme.toLowerCase() === 'basic' ? 'BASIC' : 'TOKEN';
  return `${scheme} ${takeCredential(rest, slot, label, draft)}`;
}
