import type { RequestInput, RequestTemplate } from '../contract/http/request.ts';
import { compileBody } from './compile-body.ts';
import { compileHeaders } from './compile-headers.ts';
import { TemplateError } from './template-error.ts';
import { createScope } from './text/scope.ts';
import { compileUrl } from './url/compile-url.ts';
import { createFilling } from './values/filling.ts';

/** A request without open questions, but for its values. */
export interface CompiledRequest {
  /** The secrets that it uses. */
  readonly secretNames: string[];
  /** Where it goes: `api.example.com`, or `api.example.com:8443` when the port is not the scheme's own. Lower-case. */
  readonly host: string;
  /**
   * Puts values in. Each is checked by the type of its input and encoded for its place; nothing is expanded twice.
   * @param values by the names of inputs; others are ignored
   * @param secretOf the value of a secret; `•••` for a request that is shown, where it stays readable
   * @throws TemplateError
   */
  expand(values: Record<string, unknown>, secretOf: (name: string) => string): BuiltRequest;
}

export interface BuiltRequest {
  method: string;
  url: string;
  /** With a content type when there is a body. */
  headers: [string, string][];
  body: string | null;
  /** Lower-case names of the headers that carry a secret. */
  secretHeaders: string[];
}

/** Reads a template once, so that values can only be values. @throws TemplateError for the first problem */
export function compileRequest(template: RequestTemplate, inputs: RequestInput[]): CompiledRequest {
  const scope = createScope(inputs);
  const method = readMethod(template.method);
  const url = compileUrl(template, scope);
  const headers = compileHeaders(template, scope);
  const body = compileBody(template, headers, scope);

  return {
    secretNames: [...scope.secretNames],
    host: url.host,
    expand(values, secretOf) {
      const filling = createFilling(inputs, values, secretOf);
      const filled = headers.fill(filling);
      const hasType = filled.some(([name]) => name.toLowerCase() === 'content-type');
      return {
        method,
        url: url.fill(filling),
        headers: body && !hasType ? [...filled, ['content-type', body.contentType]] : filled,
        body: body?.fill(filling) ?? null,
        secretHeaders: headers.secretHeaders,
      };
    },
  };
}

function readMethod(method: string): string {
  const name = method.toUpperCase();
  if (!/^(GET|HEAD|POST|PUT|PATCH|DELETE)$/.test(name))
    throw new TemplateError('method', 'request.method', 'must be GET, POST, PUT, PATCH or DELETE');
  return name;
}
