import type { ZodType } from 'zod';
import { AppError } from '../platform/errors.ts';
import { wordIssue } from '../platform/word-issue.ts';

/** @throws AppError `invalid` with a path per problem, `settings.…` or `credentials.…`; a value is never told */
export function checkPart(part: 'settings' | 'credentials', schema: ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({
    path: [part, ...issue.path].join('.'),
    message: wordIssue(issue),
  }));
  throw new AppError('invalid', { publicMessage: `${details[0]?.path}: ${details[0]?.message}.`, details });
}
