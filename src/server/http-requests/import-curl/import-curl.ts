import type { ImportedRequest } from '../../../contract/http/import.ts';
import { fillPair } from '../import/fill-pair.ts';
import { finishDraft, type ImportDraft, startDraft } from '../import/import-draft.ts';
import { importFault } from '../import/import-fault.ts';
import { isStandIn } from '../import/spot-secrets.ts';
import { takeHeaderCredential } from '../import/take-credential.ts';
import { type Address, fillPath, readAddress } from './read-address.ts';
import { readBody } from './read-body.ts';
import { readCurl } from './read-curl.ts';
import { readHeaders } from './read-headers.ts';
import { readPairs } from './read-pairs.ts';
import { splitCommand } from './split-command.ts';
import type { CurlOptions } from './take-option.ts';

const MAX_CHARS = 256 * 1024;

/**
 * Makes a request of a pasted cURL command (for bash). Nothing is run, read or called.
 * @throws AppError `invalid` that says what cannot be imported, and what to do
 */
export function importCurl(text: string): ImportedRequest {
  if (text.length > MAX_CHARS)
    throw importFault('curl', `The command is longer than ${MAX_CHARS} characters.`);
  const options = readCurl(splitCommand(text.trim()));
  const [url, second] = options.urls;
  if (url === undefined) throw importFault('curl', 'There is no address in the command.');
  if (second !== undefined)
    throw importFault(
      'curl',
      'There are two addresses, or a word that no option takes. Are quotation marks missing?',
    );
  refuseContradictions(options, url);
  const address = readAddress(url);
  const draft = startDraft('curl', address.host);
  noteSwitches(options, address, draft);
  return finishDraft(draft, {
    method: readMethod(options),
    ...readTarget(options, address, draft),
    ...readContent(options, address, draft),
  });
}

function refuseContradictions({ data, form, switches }: CurlOptions, url: string): void {
  if (data.length > 0 && form.length > 0)
    throw importFault('curl', 'A request has either -d or -F, not both.');
  if (!switches.has('globoff') && /(?<!\{)\{[^{}]*,[^{}]*\}|\[\w+-\w+(:\d+)?\]/.test(url))
    throw importFault('curl', 'The address stands for several ones ({a,b} or [1-9]). Write one of them.');
}

function noteSwitches({ switches }: CurlOptions, { hasScheme }: Address, { notes }: ImportDraft): void {
  if (!hasScheme) notes.push('The address does not say how to call it: https:// was put before it.');
  if (switches.has('insecure')) notes.push('-k was left out: certificates are always checked.');
  if (switches.has('location')) notes.push('-L was left out: redirects are not followed.');
}

function readMethod({ method, switches, data, form }: CurlOptions): string {
  const hasBody = form.length > 0 || (data.length > 0 && !switches.has('get'));
  const chosen = (method ?? (switches.has('head') ? 'HEAD' : hasBody ? 'POST' : 'GET')).toUpperCase();
  if (!/^(GET|HEAD|POST|PUT|PATCH|DELETE)$/.test(chosen))
    throw importFault('curl', 'The method must be GET, HEAD, POST, PUT, PATCH or DELETE.');
  return chosen;
}

function readTarget(options: CurlOptions, { origin, path, query }: Address, draft: ImportDraft) {
  const added = options.switches.has('get') ? options.data.map(({ text }) => text) : [];
  const { pairs, bare } = readPairs([query, ...options.query, ...added].join('&'));
  if (bare.some((part) => part.includes('{{')))
    throw importFault(
      'curl',
      'A placeholder stands for the name of a parameter; only values can be filled in.',
    );
  const flags = bare.map((part) =>
    part.replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text.toWellFormed())),
  );
  return {
    url: `${origin}${fillPath(path, draft)}${flags.length > 0 ? `?${flags.join('&')}` : ''}`,
    query: pairs.map((pair) => fillPair(pair, 'query', draft)),
  };
}

function readContent(options: CurlOptions, address: Address, draft: ImportDraft) {
  const { switches, data } = options;
  const isType = ({ name }: { name: string }) => /^content-type$/i.test(name);
  const declared = options.headers.find(isType)?.value ?? null;
  const sent = switches.has('get') ? { ...options, data: [] } : options;
  const { body, contentType } = readBody(sent, declared, draft);
  const headers = readHeaders(
    options.headers.filter((header) => !isType(header)),
    draft,
  );
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  if (contentType !== null) headers.push({ name: 'Content-Type', value: contentType });
  if (data.some((part) => part.isJson) && !names.has('accept'))
    headers.push({ name: 'Accept', value: 'application/json' });
  if (!names.has('authorization')) headers.push(...readLogin(options, address, draft));
  return { headers, body };
}

function readLogin({ user, bearer }: CurlOptions, address: Address, draft: ImportDraft) {
  const name = 'Authorization';
  const login = user ?? address.user;
  if (bearer !== null) return [{ name, value: takeHeaderCredential(name, `Bearer ${bearer}`, draft) }];
  if (login === null) return [];
  const text = login.includes(':') ? login : `${login}:`;
  // Encoded at once, a placeholder could not be filled in any more.
  const isKnown = !text.includes('{{') && !text.split(':').some(isStandIn);
  const value = isKnown ? Buffer.from(text).toString('base64') : '<base64>';
  if (!isKnown) draft.notes.push('The secret for Authorization must hold "name:password" in Base64.');
  return [{ name, value: takeHeaderCredential(name, `Basic ${value}`, draft) }];
}
