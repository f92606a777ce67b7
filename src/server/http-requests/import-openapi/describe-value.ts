import type { InputType } from '../../../contract/http/request.ts';
import { wordOf } from './json-object.ts';
import type { Schema } from './read-schema.ts';

interface ValueDescription {
  type: InputType;
  description: string;
  options?: string[];
}

const FORMATS: Record<string, InputType> = {
  email: 'email',
  'idn-email': 'email',
  uri: 'url',
  url: 'url',
  'uri-reference': 'url',
  date: 'date',
  phone: 'phone',
  tel: 'phone',
  e164: 'phone',
};
const TYPES: Record<string, InputType> = {
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
};

/** The input that gives a value of this schema. */
export function describeValue(schema: Schema): ValueDescription {
  const { type, format, choices } = schema;
  const plain: InputType = TYPES[type] ?? FORMATS[format] ?? 'string';
  if (choices && plain === 'string' && choices.length <= 100 && choices.every(isOption))
    return { type: 'enum', description: schema.description, options: [...new Set(choices.map(wordOf))] };
  const hints = [
    choices ? `One of ${choices.slice(0, 20).map(wordOf).join(', ')}.` : '',
    format === 'date-time' ? 'Date and time, such as 2026-05-01T14:00:00Z.' : '',
    schema.properties.size > 0 ? `With ${[...schema.properties.keys()].slice(0, 20).join(', ')}.` : '',
  ];
  return { type: plain, description: [schema.description, ...hints].filter(Boolean).join(' ') };
}

function isOption(choice: unknown): boolean {
  return typeof choice === 'string' && choice !== '' && choice.length <= 200;
}
