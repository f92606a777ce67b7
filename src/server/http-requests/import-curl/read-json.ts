import { fillPlaceholders } from '../import/fill-placeholders.ts';
import type { ImportDraft } from '../import/import-draft.ts';
import { isSecretName, isSecretValue } from '../import/spot-secrets.ts';
import { takeCredential } from '../import/take-credential.ts';

/** Whether it is JSON once the placeholders in it are values. */
export function isJsonTemplate(text: string): boolean {
  try {
    JSON.parse(text.replace(STRING_OR_PLACEHOLDER, (part) => (part.startsWith('"') ? part : 'null')));
    return true;
  } catch {
    return false;
  }
}

/** The text of a JSON body as it was typed, with its inputs and secrets taken out. */
export function fillJson(text: string, draft: ImportDraft): string {
  let key = '';
  let end = 0;
  let filled = '';
  const fill = (part: string) => fillPlaceholders(part, { kind: 'json', where: 'body' }, draft);
  for (const { 0: string, index } of text.matchAll(STRING)) {
    const between = text.slice(end, index);
    const value = String(JSON.parse(string));
    const name = /^\s*:\s*$/.test(between) ? key : '';
    const isSecret = name !== '' && value !== '' && (isSecretName(name) || isSecretValue(name, value));
    const where = `body ${name}`;
    filled += fill(between);
    filled += isSecret
      ? JSON.stringify(takeCredential(value, { kind: 'json', where }, name, draft))
      : fill(string);
    key = value;
    end = index + string.length;
  }
  return filled + fill(text.slice(end));
}

const STRING = /"(?:[^"\\]|\\.)*"/g;
const STRING_OR_PLACEHOLDER = /"(?:[^"\\]|\\.)*"|\{\{[^{}"]*\}\}/g;
