import type { RequestTemplate } from '../../../contract/http/request.ts';
import type { ImportDraft } from '../import/import-draft.ts';
import { isSecretName } from '../import/spot-secrets.ts';
import type { Follow } from './follow-references.ts';
import { isObject, type JsonObject, textOf, wordOf } from './json-object.ts';
import { type NamedValue, nameValue } from './name-value.ts';
import { readSchema, type Schema } from './read-schema.ts';

interface Parameters {
  /** With placeholders in it. */
  path: string;
  query: RequestTemplate['query'];
  headers: RequestTemplate['headers'];
}

/** What an operation takes in its address and headers. */
export function readParameters(
  path: string,
  parameters: JsonObject[],
  follow: Follow,
  draft: ImportDraft,
): Parameters {
  const inPlace = (place: string) => parameters.filter((parameter) => parameter.in === place);
  if (inPlace('cookie').some(({ required }) => required === true))
    draft.notes.push('The operation takes a cookie. Add a header Cookie to the request.');
  return {
    path: fillPath(path, inPlace('path'), follow, draft),
    query: inPlace('query').flatMap((parameter) => readQuery(parameter, follow, draft)),
    headers: inPlace('header').flatMap((parameter) => readHeader(parameter, follow, draft)),
  };
}

function fillPath(path: string, parameters: JsonObject[], follow: Follow, draft: ImportDraft): string {
  const [clean = ''] = path.split('#');
  return clean
    .replace(/[^\x21-\x7e{}]+|\\/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/\{+([^{}]+)\}+/g, (_, written: string) => {
      const name = decodeName(written);
      const parameter = parameters.find((one) => one.name === name) ?? {};
      const schema = { ...schemaOf(parameter, follow), choices: null };
      const description = textOf(parameter.description) ?? '';
      // Lists and objects have no form in a path that all APIs share.
      const simple = /^(array|object)$/.test(schema.type) ? { ...schema, type: 'string' } : schema;
      return wordOf(nameValue({ name, within: 'path', schema: simple, required: true, description }, draft));
    });
}

function decodeName(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function readQuery(parameter: JsonObject, follow: Follow, draft: ImportDraft): RequestTemplate['query'] {
  const name = textOf(parameter.name) ?? '';
  if (name === '' || name.includes('{{')) return [];
  const schema = schemaOf(parameter, follow);
  const value = { ...describe(parameter), name, within: 'query' };
  if (schema.type === 'array' && isJoined(parameter)) {
    const description = `${value.description} Several are parted by commas.`.trim();
    return toRow({ ...value, schema: { ...schema, type: 'string' }, description }, draft);
  }
  if (schema.type !== 'object') return toRow({ ...value, schema }, draft);
  if (schema.properties.size === 0) return toRow({ ...value, schema: { ...schema, type: 'string' } }, draft);
  return [...schema.properties].flatMap(([field, inner]) => {
    const row = parameter.style === 'deepObject' ? `${name}[${field}]` : field;
    const required = value.required && schema.required.has(field);
    return toRow({ name: row, within: 'query', schema: readSchema(inner, follow), required }, draft);
  });
}

/** Whether a list is one `a,b` and not `x=a&x=b`. */
function isJoined({ explode, collectionFormat, schema, style }: JsonObject): boolean {
  if (!isObject(schema)) return collectionFormat !== 'multi';
  return explode === false || (explode === undefined && style !== undefined && style !== 'form');
}

function readHeader(parameter: JsonObject, follow: Follow, draft: ImportDraft): RequestTemplate['headers'] {
  const name = textOf(parameter.name) ?? '';
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || SET_ELSEWHERE.test(name)) return [];
  const schema = schemaOf(parameter, follow);
  const simple = /^(array|object)$/.test(schema.type) ? { ...schema, type: 'string' } : schema;
  return toRow({ ...describe(parameter), name, within: 'header', schema: simple }, draft);
}

const SET_ELSEWHERE =
  /^(accept|content-type|authorization|host|content-length|transfer-encoding|connection|upgrade|te|trailer|keep-alive|expect|proxy-.*|accept-encoding|idempotency-key)$/i;

function describe(parameter: JsonObject): { required: boolean; description: string } {
  return { required: parameter.required === true, description: textOf(parameter.description) ?? '' };
}

function toRow(value: NamedValue, draft: ImportDraft): { name: string; value: string }[] {
  // Nobody asks a visitor for the version of an API: what holds by default is written down.
  const isPreset = value.required && !isSecretName(value.name);
  const preset = isPreset ? wordOf(value.schema.preset).replaceAll('{{', '\\{{') : '';
  const text = preset || nameValue(value, draft);
  return text === null ? [] : [{ name: value.name, value: wordOf(text) }];
}

/** Swagger 2 has no `schema`: there the parameter is one itself. */
function schemaOf(parameter: JsonObject, follow: Follow): Schema {
  if (isObject(parameter.schema)) {
    const schema = readSchema(parameter.schema, follow);
    const isVersion = /version/i.test(textOf(parameter.name) ?? '');
    return isVersion ? { ...schema, preset: schema.preset ?? parameter.example ?? schema.example } : schema;
  }
  const [content] = Object.values(isObject(parameter.content) ? parameter.content : {});
  return readSchema(isObject(content) ? content.schema : { ...parameter, required: [] }, follow);
}
