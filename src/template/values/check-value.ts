import type { InputType, RequestInput } from '../../contract/http/request.ts';
import { TemplateError } from '../template-error.ts';
import { checkNumber, copyJson, isPlainObject, type JsonValue } from './copy-json.ts';

/**
 * Checks a value by the type of its input, and converts it: a number may come as text.
 * @throws TemplateError `missing_input`, `input_type`, `number_range`, and for lists and objects `too_deep`, `forbidden_key`
 */
export function checkValue(input: RequestInput, value: unknown): JsonValue {
  const path = `values.${input.name}`;
  if (value === undefined || value === null) throw new TemplateError('missing_input', path, 'is missing');
  const { read, words } = TYPES[input.type];
  const typed = read(value, path, input);
  if (typed === undefined) {
    const choices = input.type === 'enum' ? `: ${input.options?.join(', ')}` : '';
    throw new TemplateError('input_type', path, `must be ${words}${choices}`);
  }
  return typed;
}

interface Type {
  /** For "must be …". */
  words: string;
  /** @returns undefined for what is not of this type */
  read(value: unknown, path: string, input: RequestInput): JsonValue | undefined;
}

const TYPES: Record<InputType, Type> = {
  string: {
    words: 'a text',
    read(value, path) {
      if (typeof value === 'string') return value.toWellFormed();
      if (typeof value === 'boolean') return String(value);
      return typeof value === 'number' ? checkNumber(value, path)?.toString() : undefined;
    },
  },
  number: { words: 'a number like 12.5', read: checkNumber },
  integer: {
    words: 'a whole number',
    read(value, path) {
      const number = checkNumber(value, path);
      return Number.isInteger(number) ? number : undefined;
    },
  },
  boolean: {
    words: 'true or false',
    read(value) {
      if (typeof value === 'boolean') return value;
      const word = textOf(value)?.toLowerCase();
      return word === 'true' ? true : word === 'false' ? false : undefined;
    },
  },
  email: {
    words: 'an e-mail address',
    read: (value) => ifIt(value, (text) => text.length <= 254 && EMAIL.test(text)),
  },
  url: {
    words: 'an address that begins with https:// or http://',
    read: (value) => ifIt(value, (text) => /^https?:\/\/[^\s\p{C}\\]+$/iu.test(text) && URL.canParse(text)),
  },
  phone: {
    words: 'a phone number with its country code, like +4930123456',
    read: (value) => {
      const text = textOf(value)?.replace(/[\s().\-/]/g, '');
      return ifIt(text, (digits) => /^\+[1-9]\d{6,14}$/.test(digits));
    },
  },
  date: {
    words: 'a date like 2026-11-25',
    read: (value) => ifIt(value, isDate),
  },
  time: {
    words: 'a time like 09:30',
    read: (value) => ifIt(value, (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)),
  },
  enum: {
    words: 'one of the choices',
    read(value, _path, { options = [] }) {
      const text = typeof value === 'number' ? String(value) : textOf(value);
      if (text === undefined) return undefined;
      return (
        options.find((option) => option === text) ??
        options.find((option) => option.toLowerCase() === text.toLowerCase())
      )?.toWellFormed();
    },
  },
  array: {
    words: 'a list',
    read: (value, path) => (Array.isArray(value) ? copyJson(value, path) : undefined),
  },
  object: {
    words: 'an object',
    read: (value, path) => (isPlainObject(value) ? copyJson(value, path) : undefined),
  },
};

const EMAIL = /^[^\s\p{C}@<>()[\],;:"\\]+@[^\s\p{C}@<>()[\],;:"\\.]+(\.[^\s\p{C}@<>()[\],;:"\\.]+)+$/u;

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}

function ifIt(value: unknown, fits: (text: string) => boolean): string | undefined {
  const text = textOf(value);
  return text !== undefined && fits(text) ? text : undefined;
}

/** A day that the calendar has. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
