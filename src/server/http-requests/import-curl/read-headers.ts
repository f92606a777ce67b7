import { fillPlaceholders } from '../import/fill-placeholders.ts';
import type { ImportDraft } from '../import/import-draft.ts';
import { importFault } from '../import/import-fault.ts';
import { isSecretName, isSecretValue } from '../import/spot-secrets.ts';
import { takeHeaderCredential } from '../import/take-credential.ts';

interface Header {
  name: string;
  value: string;
}

/** The headers worth keeping, with their inputs and secrets taken out. What is dropped is told in the notes. */
export function readHeaders(written: Header[], draft: ImportDraft): Header[] {
  const isCopy = written.some(({ name, value }) => /^sec-/i.test(name) || isBrowser(name, value));
  const isDropped = ({ name, value }: Header) =>
    SET_BY_CLIENT.test(name) || isBrowser(name, value) || (isCopy && OF_A_BROWSER.test(name));
  const dropped = written.filter(isDropped).map(({ name }) => name);
  if (dropped.length > 0)
    draft.notes.push(`Left out, as they are set by whoever sends: ${dropped.join(', ')}.`);
  const kept = written.filter((header) => !isDropped(header));
  if (isCopy && kept.some(({ name }) => /^cookie$/i.test(name)))
    draft.notes.push('The cookie is that of your browser: it ends when you sign out. An API key lasts.');
  return kept.map((header) => readHeader(header, draft));
}

function readHeader({ name, value }: Header, draft: ImportDraft): Header {
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name))
    throw importFault('curl', 'A header has a name that no header can have. Write -H "Name: value".');
  if (/[^\t\x20-\x7e]/.test(value))
    throw importFault(
      'curl',
      `The header ${name} holds characters that no header can carry. Use plain ASCII.`,
    );
  const isSecret = isSecretName(name) || isSecretValue(name, value);
  if (isSecret) return { name, value: takeHeaderCredential(name, value, draft) };
  return { name, value: fillPlaceholders(value, { kind: 'header', where: `header ${name}` }, draft) };
}

function isBrowser(name: string, value: string): boolean {
  return /^user-agent$/i.test(name) && value.startsWith('Mozilla/');
}

const SET_BY_CLIENT =
  /^(:.*|host|content-length|transfer-encoding|connection|upgrade|te|trailer|keep-alive|expect|proxy-.*|accept-encoding|idempotency-key|sec-.*|http2-settings|upgrade-insecure-requests)$/i;
const OF_A_BROWSER =
  /^(origin|referer|authority|accept-language|priority|dnt|pragma|cache-control|if-none-match|if-modified-since)$/i;
