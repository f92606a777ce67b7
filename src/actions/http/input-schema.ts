import type { InputType, RequestInput } from '../../contract/http/request.ts';
import type { InputSchema, JsonObject } from '../define.ts';

/** What the model may fill in: the inputs that the visitor gives. What comes from elsewhere it never sees. */
export function toInputSchema(inputs: RequestInput[]): InputSchema {
  const asked = inputs.filter(({ source }) => source === 'visitor');
  return {
    type: 'object',
    properties: Object.fromEntries(asked.map((input) => [input.name, toProperty(input)])),
    required: asked.filter((input) => input.required && input.default === undefined).map(({ name }) => name),
    additionalProperties: false,
  };
}

function toProperty({ type, description, options, default: fixed }: RequestInput): JsonObject {
  return {
    ...SHAPES[type],
    ...(type === 'enum' && options?.length ? { enum: options } : {}),
    ...(description ? { description } : {}),
    ...(fixed === undefined ? {} : { default: fixed }),
  };
}

/** `phone` is no format of JSON Schema: the engine knows it, and models read it as a hint. */
const SHAPES: Record<InputType, JsonObject> = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  email: { type: 'string', format: 'email' },
  url: { type: 'string', format: 'uri' },
  phone: { type: 'string', format: 'phone' },
  date: { type: 'string', format: 'date' },
  // Not `format: 'time'`: that wants seconds.
  time: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
  enum: { type: 'string' },
  array: { type: 'array', items: {} },
  object: { type: 'object', additionalProperties: true },
};
