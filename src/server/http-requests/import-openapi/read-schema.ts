import type { Follow } from './follow-references.ts';
import { isObject, type JsonObject, objectsOf, textOf } from './json-object.ts';

/** What matters of a schema, its parts put together. */
export interface Schema {
  type: string;
  format: string;
  description: string;
  isNullable: boolean;
  isReadOnly: boolean;
  /** The choices, when there are only some. */
  choices: unknown[] | null;
  properties: Map<string, unknown>;
  required: Set<string>;
  items: unknown;
  /** What holds when nothing is said. */
  preset: unknown;
  example: unknown;
}

/** Deeper than any schema is made of parts. */
const MAX_DEPTH = 8;

export function readSchema(value: unknown, follow: Follow, depth = 0): Schema {
  const own = follow(value);
  const parts = [...objectsOf(own.allOf), ...chooseVariant(own, follow)];
  const schemas = depth < MAX_DEPTH ? parts.map((part) => readSchema(part, follow, depth + 1)) : [];
  const properties = new Map<string, unknown>(schemas.flatMap((schema) => [...schema.properties]));
  for (const [name, property] of Object.entries(isObject(own.properties) ? own.properties : {}))
    properties.set(name, property);
  const required = schemas.flatMap((schema) => [...schema.required]);
  const names = Array.isArray(own.required) ? own.required.filter((name) => typeof name === 'string') : [];
  const firstOf = (key: 'type' | 'format' | 'description') =>
    schemas.map((schema) => schema[key]).find(Boolean) ?? '';
  return {
    type: typeOf(own) || firstOf('type') || (properties.size > 0 ? 'object' : ''),
    format: textOf(own.format) || firstOf('format'),
    description: textOf(own.description) || textOf(own.title) || firstOf('description'),
    isNullable: isNullable(own) || schemas.some((schema) => schema.isNullable),
    isReadOnly: own.readOnly === true || schemas.some((schema) => schema.isReadOnly),
    choices: choicesOf(own) ?? schemas.map(({ choices }) => choices).find(Boolean) ?? null,
    properties,
    required: new Set([...required, ...names]),
    items: own.items ?? schemas.map(({ items }) => items).find(Boolean),
    preset: own.default ?? schemas.map(({ preset }) => preset).find((preset) => preset !== undefined),
    example: own.example,
  };
}

/** Of several, the first that is more than null: one has to be asked for. */
function chooseVariant(own: JsonObject, follow: Follow): JsonObject[] {
  const variants = [...objectsOf(own.oneOf), ...objectsOf(own.anyOf)];
  return variants.filter((variant) => follow(variant).type !== 'null').slice(0, 1);
}

function typeOf({ type }: JsonObject): string {
  const types = Array.isArray(type) ? type.filter((one) => one !== 'null') : [type];
  return textOf(types[0]) ?? '';
}

function isNullable({ type, nullable, oneOf, anyOf, enum: choices }: JsonObject): boolean {
  const variants = [...objectsOf(oneOf), ...objectsOf(anyOf)];
  return (
    nullable === true ||
    (Array.isArray(type) && type.includes('null')) ||
    (Array.isArray(choices) && choices.includes(null)) ||
    variants.some((variant) => variant.type === 'null' || variant.nullable === true)
  );
}

function choicesOf(own: JsonObject): unknown[] | null {
  if ('const' in own) return [own.const];
  return Array.isArray(own.enum) && own.enum.length > 0 ? own.enum.filter((choice) => choice !== null) : null;
}
