import type { RequestTemplate } from '../contract/http/request.ts';
import { TemplateError } from './template-error.ts';
import { fillText } from './text/fill-text.ts';
import { type Part, placeholdersOf } from './text/read-text.ts';
import type { Scope } from './text/scope.ts';
import { headerSlot } from './text/slots.ts';
import type { Filling } from './values/filling.ts';

export interface CompiledHeaders {
  /** Lower-case names of those that carry a secret. */
  secretHeaders: string[];
  /** The literal `Content-Type`, lower-case; null when there is none, or it has a placeholder. */
  contentType: string | null;
  /** @throws TemplateError */
  fill(filling: Filling): [string, string][];
}

const MAX_VALUE_CHARS = 8_192;

/** @throws TemplateError */
export function compileHeaders({ headers: rows }: RequestTemplate, scope: Scope): CompiledHeaders {
  const headers = rows.map(({ name, value }, index) => {
    checkName(name, `request.headers.${index}.name`);
    const path = `request.headers.${index}.value`;
    const parts = scope.read(value, path);
    for (const part of parts) checkLiteral(part, path);
    return { name, key: name.toLowerCase(), parts, path };
  });
  const type = headers.find(({ key }) => key === 'content-type')?.parts ?? [];

  return {
    secretHeaders: headers
      .filter(({ parts }) => placeholdersOf(parts).some(({ isSecret }) => isSecret))
      .map(({ key }) => key),
    contentType: type.length === 1 && typeof type[0] === 'string' ? type[0].toLowerCase() : null,
    fill: (filling) =>
      headers.flatMap(({ name, parts, path }): [string, string][] => {
        const value = fillText(parts, filling, headerSlot, path);
        if (value === undefined) return [];
        if (value.length > MAX_VALUE_CHARS)
          throw new TemplateError('header_value', path, `is longer than ${MAX_VALUE_CHARS} characters`);
        return [[name, value]];
      }),
  };
}

function checkName(name: string, path: string): void {
  if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name))
    throw new TemplateError(
      'header_name',
      path,
      'must be the name of a header like X-Api-Key, without spaces and placeholders',
    );
  if (FORBIDDEN.test(name))
    throw new TemplateError(
      'header_forbidden',
      path,
      `cannot be ${name}, which is set when the request is sent`,
    );
}

const FORBIDDEN =
  /^(host|content-length|transfer-encoding|connection|upgrade|te|trailer|keep-alive|expect|proxy-.*)$/i;

function checkLiteral(part: Part, path: string): void {
  if (typeof part === 'string' && headerSlot.refuses?.characters.test(part))
    throw new TemplateError('header_value', path, headerSlot.refuses.message);
}
