import type { RequestTemplate } from '../contract/http/request.ts';
import type { CompiledHeaders } from './compile-headers.ts';
import { fillJson } from './json/fill-json.ts';
import { listPlaceholders } from './json/list-placeholders.ts';
import { readJson } from './json/read-json.ts';
import { TemplateError } from './template-error.ts';
import { compilePairs, fillPairs } from './text/compile-pairs.ts';
import { fillText } from './text/fill-text.ts';
import { placeholdersOf } from './text/read-text.ts';
import type { Scope } from './text/scope.ts';
import { formSlot, formTextSlot, plainTextSlot, type Slot, xmlTextSlot } from './text/slots.ts';
import type { Filling } from './values/filling.ts';

export interface CompiledBody {
  /** What a body of this type is called, unless the owner says it. */
  contentType: string;
  /** @throws TemplateError */
  fill(filling: Filling): string;
}

const MAX_BODY_BYTES = 256 * 1024;
const PATH = 'request.body';

/** @returns null when there is none. @throws TemplateError */
export function compileBody(
  { body, method }: RequestTemplate,
  { contentType }: Pick<CompiledHeaders, 'contentType'>,
  scope: Scope,
): CompiledBody | null {
  if (body.type === 'none') return null;
  if (/^(GET|HEAD)$/i.test(method)) {
    if (body.type !== 'json' && body.value.length === 0) return null;
    throw new TemplateError(
      'body_not_allowed',
      PATH,
      `cannot be sent with ${method.toUpperCase()}; choose another method, or send the values in the query`,
    );
  }
  if (typeof body.value === 'string') checkSize(body.value);
  const compiled = compile(body, contentType, scope);
  return { ...compiled, fill: (filling) => checkSize(compiled.fill(filling)) };
}

function compile(
  body: Exclude<RequestTemplate['body'], { type: 'none' }>,
  contentType: string | null,
  scope: Scope,
): CompiledBody {
  switch (body.type) {
    case 'json': {
      const root = readJson(body.value, PATH);
      for (const placeholder of listPlaceholders(root)) scope.know(placeholder, PATH);
      return { contentType: 'application/json', fill: (filling) => fillJson(root, filling, PATH) };
    }
    case 'form': {
      const pairs = compilePairs(body.value, scope, formSlot, `${PATH}.value`);
      return {
        contentType: 'application/x-www-form-urlencoded',
        fill: (filling) => fillPairs(pairs, filling, formSlot),
      };
    }
    case 'text': {
      const parts = scope.read(body.value, PATH);
      const slot = placeholdersOf(parts).length > 0 ? textSlot(contentType ?? '') : plainTextSlot;
      return {
        contentType: 'text/plain; charset=utf-8',
        fill: (filling) => fillText(parts, filling, slot, PATH) ?? '',
      };
    }
  }
}

/** A text that says of itself what it is has the encoding of that, or values could change its structure. */
function textSlot(contentType: string): Slot {
  if (/[/+]json\b/.test(contentType))
    throw new TemplateError(
      'body_json',
      PATH,
      'is JSON with placeholders in it: choose JSON as the type of the body',
    );
  if (contentType.startsWith('multipart/'))
    throw new TemplateError('body_not_allowed', PATH, 'is multipart, where placeholders are not possible');
  if (contentType.startsWith('application/x-www-form-urlencoded')) return formTextSlot;
  return /[/+](xml|html)\b/.test(contentType) ? xmlTextSlot : plainTextSlot;
}

function checkSize(body: string): string {
  if (new TextEncoder().encode(body).length > MAX_BODY_BYTES)
    throw new TemplateError('body_too_large', PATH, `is larger than ${MAX_BODY_BYTES / 1024} KiB`);
  return body;
}
