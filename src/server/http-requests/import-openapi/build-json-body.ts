import type { ImportDraft } from '../import/import-draft.ts';
import type { Follow } from './follow-references.ts';
import { nameValue } from './name-value.ts';
import { readSchema, type Schema } from './read-schema.ts';

/** Deeper objects are asked for as a whole. */
const MAX_DEPTH = 5;

/** The text of a JSON body of this schema, with placeholders for its values. */
export function buildJsonBody(schema: Schema, required: boolean, follow: Follow, draft: ImportDraft): string {
  const sentAsNull: string[] = [];
  const build = (part: Schema, name: string, path: string, isRequired: boolean, depth: number): unknown => {
    const isObject = part.properties.size > 0 || part.required.size > 0;
    // An optional object is given whole or not at all: its own required fields would make it half of each.
    if (!isObject || !isRequired || depth > MAX_DEPTH) {
      const value = nameValue({ name, within: path, schema: part, required: isRequired }, draft);
      if (value !== null && !isRequired && !part.isNullable) sentAsNull.push(name);
      return value;
    }
    const names = new Set([...part.properties.keys(), ...part.required]);
    const fields = [...names].filter(isFieldName).flatMap((field) => {
      const inner = readSchema(part.properties.get(field), follow);
      const within = depth === 0 ? path : `${path} ${name}`;
      const value = inner.isReadOnly
        ? null
        : build(inner, field, within, part.required.has(field), depth + 1);
      return value === null ? [] : [[field, value] as const];
    });
    return Object.fromEntries(fields);
  };
  const body = build(schema, 'body', 'body', required || schema.properties.size > 0, 0);
  if (sentAsNull.length > 0)
    draft.notes.push(
      `When they are not given, these are sent as null: ${sentAsNull.join(', ')}. Take them out of the body if the API refuses that.`,
    );
  return JSON.stringify(body, null, 2);
}

/** Names that a template takes as a key. */
function isFieldName(name: string): boolean {
  return !name.includes('{{') && !['__proto__', 'constructor', 'prototype'].includes(name);
}
