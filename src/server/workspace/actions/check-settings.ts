import type { z } from 'zod';
import type { JsonObject } from '../../../actions/define.ts';
import { findKind, kinds } from '../../../actions/index.ts';
import type { ErrorDetail } from '../../../contract/errors.ts';
import { AppError } from '../../platform/errors.ts';
import { findUnknownFields } from '../../platform/find-unknown-fields.ts';
import { wordIssue } from '../../platform/word-issue.ts';

/** @throws AppError `invalid` with a path per problem, `settings.…` or `kind` */
export function checkSettings(kind: string, settings: unknown): JsonObject {
  const definition = findKind(kind);
  if (!definition) {
    const known = Object.keys(kinds).join(', ');
    throw new AppError('invalid', {
      publicMessage: `kind: there is no kind "${kind}". The kinds are: ${known}.`,
      details: [{ path: 'kind', message: `must be one of ${known}` }],
    });
  }
  const parsed = definition.settings.safeParse(settings ?? {});
  if (parsed.success) {
    const unknown = findUnknownFields(definition.settings, settings ?? {}, ['settings']);
    if (unknown.length > 0) throw invalid(unknown.map((path) => ({ path, message: 'is not known here' })));
    return parsed.data as JsonObject;
  }
  const details = parsed.error.issues.map((issue) => ({
    path: ['settings', ...issue.path].join('.'),
    message: wordIssue(issue),
    ...codeOf(issue),
  }));
  throw invalid(details);
}

function invalid(details: ErrorDetail[]): AppError {
  return new AppError('invalid', { publicMessage: `${details[0]?.path}: ${details[0]?.message}.`, details });
}

/** A kind may name what is wrong by a code of its own: `unknown_placeholder`. */
function codeOf(issue: z.core.$ZodIssue): { code?: string } {
  const code = issue.code === 'custom' ? issue.params?.code : undefined;
  return typeof code === 'string' ? { code } : {};
}
