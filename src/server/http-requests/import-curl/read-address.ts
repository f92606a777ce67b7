import { fillPlaceholders } from '../import/fill-placeholders.ts';
import type { ImportDraft } from '../import/import-draft.ts';
import { importFault } from '../import/import-fault.ts';

export interface Address {
  origin: string;
  host: string;
  /** `name:password` before the host. */
  user: string | null;
  path: string;
  /** Without the question mark. */
  query: string;
  hasScheme: boolean;
}

/** Takes an address apart as it was written, placeholders included. @throws AppError `invalid` */
export function readAddress(text: string): Address {
  const [, scheme, rest = ''] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/|\/\/)?([\s\S]*)$/.exec(text.trim()) ?? [];
  if (scheme !== undefined && !/^https?$/i.test(scheme))
    throw importFault('curl', 'Only addresses that begin with https:// or http:// can be called.');
  const [, authority = '', path = '', query = ''] =
    /^([^/?#\\]*)((?:\{\{[^{}]*\}\}|[^?#])*)(?:\?([^#]*))?/.exec(rest) ?? [];
  const at = authority.lastIndexOf('@');
  const written = authority.slice(at + 1);
  const url = parseHost(scheme ?? 'https', written);
  // As it was written, so that whoever guards the way out sees odd spellings of addresses.
  const host = /^[\x21-\x7e]*$/.test(written) ? written.toLowerCase() : url.host;
  return {
    origin: `${url.protocol}//${host}`,
    host,
    user: at < 0 ? null : decode(authority.slice(0, at)),
    path: path === '' ? '/' : path,
    query,
    hasScheme: scheme !== undefined,
  };
}

function parseHost(scheme: string, host: string): URL {
  if (/[{}<>$]/.test(host))
    throw importFault(
      'curl',
      'The host of the address is a placeholder. Put the real host in its place, such as https://api.example.com.',
    );
  const url = /^[^\s\\@]+$/.test(host) ? URL.parse(`${scheme}://${host}/`) : null;
  if (url?.pathname !== '/')
    throw importFault('curl', 'The address has no host that can be called, such as https://api.example.com.');
  return url;
}

/** The path, with inputs for the `:id`, `{id}`, `<id>` and `{{id}}` in it. */
export function fillPath(path: string, draft: ImportDraft): string {
  if (/[\\\p{Cc}]/u.test(path))
    throw importFault('curl', 'The address has a character in it that cannot be there.');
  if (path.split('/').some(looksSecret))
    draft.notes.push('The address itself seems to hold a secret, which whoever may see the action can read.');
  const named = path
    .toWellFormed()
    .split('/')
    .map((segment) => segment.replace(/^:([A-Za-z_]\w*)$/, '{{$1}}'))
    .join('/')
    .replace(
      /(?<!\{)\{([A-Za-z_][\w.-]*)\}(?!\})|<([A-Za-z_][\w .-]*)>/g,
      (_, inBraces, inAngles) => `{{${inBraces ?? inAngles}}}`,
    );
  const filled = fillPlaceholders(named, { kind: 'path', where: 'address' }, draft);
  return filled.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** A webhook's address or a bot's: long, and of mixed letters and digits. */
function looksSecret(segment: string): boolean {
  return /^(bot\d+:)?(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w-]{20,}$/.test(segment);
}

/** As far as it is encoded at all: people also paste a bare `100%`. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
