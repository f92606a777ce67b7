import { z } from 'zod';
import { findSchemaFault } from './find-schema-fault.ts';
import { followReference } from './follow-reference.ts';

type JsonObject = { [key: string]: unknown };

interface ObjectSchema {
  type: 'object';
  properties: Record<string, JsonObject>;
  required?: string[];
  additionalProperties: false;
}

/** A schema whose meaning would be lost; the message says it to the owner. */
export class SchemaUnsupported extends Error {
  /** Where in the schema: `properties.filter.$ref`. */
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/** References can make much of little. */
const NODES_MAX = 2_000;
const TEXT_MAX = 300;

/**
 * What a model may fill in for a tool of a stranger: a closed object, references put in, with the keywords that every
 * provider and our own check know. Other constraints are left to the server, which has to check them anyway: `pattern` too,
 * since a stranger's expression can take for ever. Defaults are not filled in here: what is sent is what was said.
 * @throws SchemaUnsupported
 */
export function toModelSchema(schema: JsonObject): ObjectSchema {
  const fault = findSchemaFault(schema);
  if (fault !== null) throw new SchemaUnsupported('', fault);
  if (schema.type !== undefined && schema.type !== 'object')
    throw new SchemaUnsupported('type', 'has to be object');
  const walk: Walk = { root: schema, nodes: 0, open: [] };
  const properties = walkProperties(isObject(schema.properties) ? schema.properties : {}, 'properties', walk);
  const result: ObjectSchema = {
    type: 'object',
    properties,
    required: listRequired(schema, properties),
    additionalProperties: false,
  };
  try {
    z.fromJSONSchema(result as Parameters<typeof z.fromJSONSchema>[0]);
  } catch {
    throw new SchemaUnsupported('', 'cannot be checked: it contradicts itself, or JSON Schema');
  }
  return result;
}

interface Walk {
  root: JsonObject;
  nodes: number;
  /** References on the way to here. */
  open: string[];
}

function walkSchema(schema: unknown, path: string, walk: Walk): JsonObject {
  if (schema === true) return {};
  if (!isObject(schema)) throw new SchemaUnsupported(path, 'is no schema that can be filled in');
  if (++walk.nodes > NODES_MAX) throw new SchemaUnsupported(path, 'is too large');
  if (typeof schema.$ref === 'string') return walkReference(schema, schema.$ref, path, walk);
  for (const keyword of ['$dynamicRef', '$recursiveRef', 'patternProperties', 'prefixItems'])
    if (schema[keyword] !== undefined)
      throw new SchemaUnsupported(`${path}.${keyword}`, `the keyword ${keyword} is not supported`);

  const found = { ...pickTypes(schema, path), ...pickPlain(schema) };
  if (isObject(schema.properties)) {
    found.properties = walkProperties(schema.properties, `${path}.properties`, walk);
    found.required = listRequired(schema, found.properties as JsonObject);
  }
  const { additionalProperties: more } = schema;
  if (more !== undefined)
    found.additionalProperties =
      typeof more === 'boolean' ? more : walkSchema(more, `${path}.additionalProperties`, walk);
  if (schema.items !== undefined) found.items = walkSchema(schema.items, `${path}.items`, walk);
  for (const keyword of ['anyOf', 'oneOf', 'allOf']) {
    const choices = schema[keyword];
    if (Array.isArray(choices) && choices.length > 0)
      found[keyword] = choices.map((choice, index) =>
        walkSchema(choice, `${path}.${keyword}.${index}`, walk),
      );
  }
  return found;
}

function walkReference(schema: JsonObject, reference: string, path: string, walk: Walk): JsonObject {
  const at = `${path}.$ref`;
  if (walk.open.includes(reference))
    throw new SchemaUnsupported(at, 'refers to itself, which is not supported');
  const target = followReference(walk.root, reference);
  if (target === undefined) throw new SchemaUnsupported(at, 'refers to something outside of this schema');
  walk.open.push(reference);
  const found = walkSchema(target, path, walk);
  walk.open.pop();
  return { ...found, ...pickPlain({ description: schema.description }) };
}

function walkProperties(properties: JsonObject, path: string, walk: Walk): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const isFit = /^[A-Za-z0-9_.-]{1,64}$/.test(name);
      if (!isFit || ['__proto__', 'constructor', 'prototype'].includes(name))
        throw new SchemaUnsupported(
          path,
          'a name has other characters than letters, digits, “_”, “.” and “-”',
        );
      return [name, walkSchema(schema, `${path}.${name}`, walk)];
    }),
  );
}

function listRequired({ required }: JsonObject, properties: JsonObject): string[] {
  if (!Array.isArray(required)) return [];
  return required.filter(
    (name): name is string => typeof name === 'string' && Object.hasOwn(properties, name),
  );
}

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

function pickTypes({ type }: JsonObject, path: string): JsonObject {
  if (type === undefined) return {};
  const types = Array.isArray(type) ? type : [type];
  if (types.length === 0 || !types.every((one) => TYPES.includes(String(one))))
    throw new SchemaUnsupported(`${path}.type`, 'is no type of JSON Schema');
  return { type };
}

const FORMATS = ['date', 'date-time', 'email', 'uri', 'uuid', 'ipv4', 'ipv6'];
const NUMBERS = [
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'],
];

/** What needs no walking. A description is a stranger's words: one line, short, without characters that nobody sees. */
function pickPlain(schema: JsonObject): JsonObject {
  const found: JsonObject = {};
  for (const name of NUMBERS) if (Number.isFinite(schema[name])) found[name] = schema[name];
  if (typeof schema.uniqueItems === 'boolean') found.uniqueItems = schema.uniqueItems;
  if (Array.isArray(schema.enum)) found.enum = schema.enum.filter(isPlain);
  if (isPlain(schema.const)) found.const = schema.const;
  if (FORMATS.includes(String(schema.format))) found.format = schema.format;
  if (typeof schema.description === 'string')
    found.description = schema.description
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, TEXT_MAX)
      .toWellFormed();
  return found;
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
