import type { RequestTemplate } from '../../../contract/http/request.ts';
import type { ImportDraft } from '../import/import-draft.ts';
import type { Follow } from './follow-references.ts';
import { isObject, type JsonObject, objectsOf, textOf } from './json-object.ts';

type Rows = RequestTemplate['headers'];

/** Adds the credentials that an operation asks for, as secrets: the first of the ways that it allows. */
export function applySecurity(
  operation: JsonObject,
  parameters: JsonObject[],
  document: JsonObject,
  rows: { headers: Rows; query: Rows },
  follow: Follow,
  draft: ImportDraft,
): void {
  const components = isObject(document.components) ? document.components : {};
  const known = document.securityDefinitions ?? components.securitySchemes;
  const schemes = isObject(known) ? known : {};
  const ways = objectsOf(operation.security ?? document.security)
    .map((way) => Object.keys(way).filter((key) => Object.hasOwn(schemes, key)))
    .map((keys) => keys.map((key) => follow(schemes[key])))
    .filter((way) => way.length > 0);
  // A key is simpler to have than an OAuth token.
  const way = ways.find((one) => one.every(({ type }) => !isOAuth(type))) ?? ways[0] ?? [];
  const named = parameters.some(isAuthorization) ? [{ type: 'http', scheme: 'bearer' }] : [];
  for (const scheme of way.length > 0 ? way : named) {
    const credential = readScheme(scheme, draft);
    if (credential === null || credential.name === '') continue;
    const { place, name, value } = credential;
    const isThere = rows[place].some((row) => row.name.toLowerCase() === name.toLowerCase());
    if (!isThere) rows[place].push({ name, value });
  }
}

/** Some documents name the header as if it were any other. */
function isAuthorization({ in: place, name, required }: JsonObject): boolean {
  return place === 'header' && required === true && /^authorization$/i.test(textOf(name) ?? '');
}

function isOAuth(type: unknown): boolean {
  return type === 'oauth2' || type === 'openIdConnect';
}

interface Credential {
  place: 'headers' | 'query';
  name: string;
  value: string;
}

function readScheme(scheme: JsonObject, draft: ImportDraft): Credential | null {
  const way = textOf(scheme.scheme)?.toLowerCase() ?? scheme.type;
  if (way === 'apiKey') return readApiKey(textOf(scheme.name) ?? '', scheme.in, draft);
  const takeAuthorization = (prefix: string, label: string): Credential => {
    const secret = draft.secrets.take('header Authorization', label, null);
    return { place: 'headers', name: 'Authorization', value: `${prefix} ${secret}` };
  };
  if (way === 'basic') {
    draft.notes.push('The secret for Authorization must hold "name:password" in Base64.');
    return takeAuthorization('Basic', 'BASIC');
  }
  if (way === 'bearer') return takeAuthorization('Bearer', 'TOKEN');
  if (isOAuth(way)) {
    draft.notes.push('The API uses OAuth: the secret must hold an access token that lasts.');
    return takeAuthorization('Bearer', 'TOKEN');
  }
  draft.notes.push('The API asks for a kind of sign-in that cannot be imported. Add it to the headers.');
  return null;
}

function readApiKey(name: string, place: unknown, draft: ImportDraft): Credential {
  const label = /^authorization$/i.test(name) ? 'TOKEN' : name;
  if (place === 'query')
    return { place: 'query', name, value: draft.secrets.take(`query ${name}`, label, null) };
  if (place === 'cookie')
    return {
      place: 'headers',
      name: 'Cookie',
      value: `${name}=${draft.secrets.take(`cookie ${name}`, label, null)}`,
    };
  return { place: 'headers', name, value: draft.secrets.take(`header ${name}`, label, null) };
}
