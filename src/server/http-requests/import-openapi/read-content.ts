import type { RequestTemplate } from '../../../contract/http/request.ts';
import type { ImportDraft } from '../import/import-draft.ts';
import { importFault } from '../import/import-fault.ts';
import { buildJsonBody } from './build-json-body.ts';
import type { Follow } from './follow-references.ts';
import { isObject, type JsonObject, wordOf } from './json-object.ts';
import { nameValue } from './name-value.ts';
import { readSchema, type Schema } from './read-schema.ts';

interface Content {
  body: RequestTemplate['body'];
  /** What the request must say of it; null when the kind of body says it. */
  contentType: string | null;
}

interface Offer {
  mediaType: string;
  schema: Schema;
  required: boolean;
}

/** What an operation takes as its body: JSON before a form before anything else. */
export function readContent(
  operation: JsonObject,
  parameters: JsonObject[],
  document: JsonObject,
  follow: Follow,
  draft: ImportDraft,
): Content {
  const offers =
    'swagger' in document
      ? readSwaggerOffers(operation.consumes ?? document.consumes, parameters, follow)
      : readOffers(operation, follow);
  const rank = ({ mediaType }: Offer) => KINDS.findIndex((kind) => kind.test(mediaType));
  const [offer] = offers.sort((a, b) => rank(a) - rank(b));
  if (!offer) return { body: { type: 'none' }, contentType: null };
  const { mediaType, schema, required } = offer;
  if (JSON_TYPE.test(mediaType)) {
    const isPlain = /^(application\/json|\*\/\*|application\/\*)$/i.test(mediaType);
    return {
      body: { type: 'json', value: buildJsonBody(schema, required, follow, draft) },
      contentType: isPlain ? null : mediaType,
    };
  }
  if (FORM_TYPE.test(mediaType)) return readForm(offer, follow, draft);
  if (/octet-stream|^(image|audio|video)\/|^multipart\//i.test(mediaType)) throw refuseFile();
  draft.notes.push(`The body is ${mediaType}, which the document does not take apart: it is one input.`);
  const text = { ...schema, type: 'string', choices: null };
  const value = nameValue({ name: 'body', within: 'body', schema: text, required: true }, draft);
  return { body: { type: 'text', value: wordOf(value) }, contentType: mediaType };
}

const JSON_TYPE = /^(\*|application)\/\*$|^[\w.-]+\/([\w.-]+\+)?json\b/i;
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
const KINDS = [/^application\/json\b/i, JSON_TYPE, /urlencoded/i, FORM_TYPE, /^text\//i, /./, /^$/];

function readOffers(operation: JsonObject, follow: Follow): Offer[] {
  const { content, required } = follow(operation.requestBody);
  return Object.entries(isObject(content) ? content : {}).map(([mediaType, media]) => ({
    mediaType,
    schema: readSchema(follow(media).schema, follow),
    required: required === true,
  }));
}

function readSwaggerOffers(consumes: unknown, parameters: JsonObject[], follow: Follow): Offer[] {
  const types = Array.isArray(consumes) ? consumes.filter((type) => typeof type === 'string') : [];
  const body = parameters.find((parameter) => parameter.in === 'body');
  if (body) {
    const schema = readSchema(body.schema, follow);
    const all = types.length > 0 ? types : ['application/json'];
    return all.map((mediaType) => ({ mediaType, schema, required: body.required === true }));
  }
  const fields = parameters.filter((parameter) => parameter.in === 'formData');
  if (fields.length === 0) return [];
  const properties = Object.fromEntries(
    fields.map((field) => [wordOf(field.name), { ...field, required: [] }]),
  );
  const required = fields.filter((field) => field.required === true).map((field) => wordOf(field.name));
  const schema = readSchema({ type: 'object', properties, required }, follow);
  const isForm = types.length === 0 || types.some((type) => /urlencoded/i.test(type));
  return [
    {
      mediaType: isForm ? 'application/x-www-form-urlencoded' : 'multipart/form-data',
      schema,
      required: true,
    },
  ];
}

function readForm({ mediaType, schema }: Offer, follow: Follow, draft: ImportDraft): Content {
  if (/multipart/i.test(mediaType))
    draft.notes.push('The fields are sent as a plain form, not as multipart/form-data.');
  const rows = [...schema.properties].flatMap(([name, inner]) =>
    readField(name, readSchema(inner, follow), schema.required.has(name), follow, draft),
  );
  return { body: { type: 'form', value: rows }, contentType: null };
}

function readField(
  name: string,
  schema: Schema,
  required: boolean,
  follow: Follow,
  draft: ImportDraft,
): { name: string; value: string }[] {
  if (schema.isReadOnly || name.includes('{{')) return [];
  if (schema.format === 'binary' || schema.type === 'file') {
    if (required) throw refuseFile();
    draft.notes.push(`The file "${name}" was left out: files cannot be sent.`);
    return [];
  }
  if (schema.type === 'object' && schema.properties.size > 0)
    return [...schema.properties].flatMap(([field, inner]) =>
      toRow(`${name}[${field}]`, readSchema(inner, follow), required && schema.required.has(field), draft),
    );
  return toRow(name, schema, required, draft);
}

function toRow(
  name: string,
  schema: Schema,
  required: boolean,
  draft: ImportDraft,
): { name: string; value: string }[] {
  // A form carries texts and lists of them; an object has to be written as one.
  const simple = schema.type === 'object' ? { ...schema, type: 'string' } : schema;
  const value = nameValue({ name, within: 'form', schema: simple, required }, draft);
  return value === null ? [] : [{ name, value: wordOf(value) }];
}

function refuseFile(): Error {
  return importFault('operationId', 'This operation needs a file, and files cannot be sent.');
}
