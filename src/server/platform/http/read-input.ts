import type { Context } from 'hono';
import { type ZodType, z } from 'zod';
import type { ErrorDetail } from '../../../contract/errors.ts';
import { AppError, notFound } from '../errors.ts';
import { findUnknownFields } from '../find-unknown-fields.ts';
import { wordIssue } from '../word-issue.ts';
import { cleanStrings } from './clean-strings.ts';
import { readLimitedText } from './read-limited-text.ts';

export interface InputRules {
  code?: 'invalid' | 'not_found';
  /** What the schema does not know is refused, and not passed over. */
  isStrict?: boolean;
}

/** @throws AppError `invalid` with a path per problem, or `not_found` for a path parameter that no row can have. */
export function readInput(
  schema: ZodType | undefined,
  value: unknown,
  { code = 'invalid', isStrict = false }: InputRules = {},
): unknown {
  if (!schema) return isStrict ? refuseUnknown(NOTHING, value) : undefined;
  const problems: ErrorDetail[] = [];
  const clean = cleanStrings(value, [], problems);
  if (problems.length > 0 && code === 'invalid') throw invalid(problems);
  if (problems.length > 0) throw notFound('thing');
  const parsed = schema.safeParse(clean);
  if (parsed.success) {
    if (isStrict) refuseUnknown(schema, clean);
    return parsed.data;
  }
  if (code === 'not_found') throw notFound('thing');
  throw invalid(
    parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: wordIssue(issue) })),
  );
}

const NOTHING = z.object({});

function refuseUnknown(schema: ZodType, value: unknown): undefined {
  const unknown = findUnknownFields(schema, value);
  if (unknown.length > 0) throw invalid(unknown.map((path) => ({ path, message: 'is not known here' })));
}

function invalid(details: ErrorDetail[]): AppError {
  const first = details[0];
  const publicMessage = first
    ? `${first.path || 'The request'}: ${first.message}.`
    : 'The request is invalid.';
  return new AppError('invalid', { publicMessage, details });
}

/** The JSON body, checked. `raw` is its text, empty when the route takes none. */
export async function readBody(
  context: Context,
  schema: ZodType | undefined,
  { isStrict, maxBytes }: { isStrict: boolean; maxBytes?: number | undefined },
): Promise<{ value: unknown; raw: string }> {
  if (!schema) return { value: undefined, raw: '' };
  const raw = await readLimitedText(context, maxBytes);
  let json: unknown;
  try {
    json = JSON.parse(raw, dropPrototypeKeys);
  } catch (cause) {
    throw new AppError('malformed_request', { publicMessage: 'The body is not valid JSON.', cause });
  }
  return { value: readInput(schema, json, { isStrict }), raw };
}

// A body is merged and stored further on: a key that reaches the prototype must not come in at all.
function dropPrototypeKeys(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}
