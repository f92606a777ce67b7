import type { RequestInput } from '../../contract/http/request.ts';
import { TemplateError } from '../template-error.ts';
import type { Placeholder } from '../text/read-text.ts';
import { checkValue } from './check-value.ts';
import { isPlainObject, type JsonValue } from './copy-json.ts';

/** The values of one request. */
export interface Filling {
  /** @returns undefined when an optional one is missing. @throws TemplateError `missing_input` */
  valueOf(placeholder: Placeholder): JsonValue | undefined;
}

/**
 * Checks all values; what is no input is left out. Secrets are asked for later, one by one, when nothing that a visitor
 * says can change any more which they are.
 * @throws TemplateError for the first value that does not fit its type
 */
export function createFilling(
  inputs: RequestInput[],
  values: Record<string, unknown>,
  secretOf: (name: string) => string,
): Filling {
  const typed = new Map<string, JsonValue>();
  for (const input of inputs) {
    const value = Object.hasOwn(values, input.name) ? values[input.name] : undefined;
    if (value !== undefined && value !== null) typed.set(input.name, checkValue(input, value));
  }
  return {
    valueOf({ keys: [name, ...rest], isSecret, isOptional }) {
      if (isSecret) return secretOf(name).toWellFormed();
      let value = typed.get(name);
      for (const key of rest)
        value = isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
      if (value !== undefined && value !== null) return value;
      if (isOptional) return undefined;
      throw new TemplateError('missing_input', ['values', name, ...rest].join('.'), 'is missing');
    },
  };
}
