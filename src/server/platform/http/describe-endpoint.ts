import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { ZodObject } from 'zod';
import { type ZodType, z } from 'zod';
import { ERROR_STATUS, type ErrorCode } from '../../../contract/errors.ts';
import type { EndpointSpec } from './endpoint-spec.ts';

const errorBody = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    details: z
      .array(z.object({ path: z.string(), message: z.string(), code: z.string().optional() }))
      .optional(),
  }),
});

const idempotencyHeader = z.object({ 'Idempotency-Key': z.string().max(200).optional() });

type Spec = EndpointSpec<string, ZodObject | undefined, ZodObject | undefined, ZodType | undefined>;

/** Puts a route, with its errors, into the OpenAPI description. */
export function describeEndpoint(app: OpenAPIHono, spec: Spec, takesKey: boolean): void {
  const status = spec.status ?? 200;
  app.openAPIRegistry.registerPath({
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    tags: [spec.tag],
    ...(spec.access === 'public' ? {} : { security: [{ [spec.access]: [] }] }),
    ...(spec.permission ? { 'x-permission': spec.permission } : {}),
    request: {
      ...(spec.params ? { params: spec.params } : {}),
      ...(takesKey ? { headers: idempotencyHeader } : {}),
      ...(spec.query ? { query: spec.query } : {}),
      ...(spec.body
        ? { body: { required: true, content: { 'application/json': { schema: spec.body } } } }
        : {}),
    },
    responses: { [status]: describeAnswer(spec, status), ...describeErrors(spec, takesKey) },
  } as RouteConfig);
}

function describeAnswer(
  spec: { answer?: ZodType; alsoAnswers?: string[] },
  status: number,
): { description: string; content?: object } {
  if (status === 204) return { description: 'Done' };
  const content: Record<string, object> = {};
  if (spec.answer) content['application/json'] = { schema: spec.answer };
  for (const type of spec.alsoAnswers ?? []) content[type] = { schema: { type: 'string' } };
  return { description: 'OK', content };
}

function describeErrors(spec: Spec, takesKey: boolean): Record<string, object> {
  const codes = new Set<ErrorCode>([...(spec.errors ?? []), 'internal', 'unavailable']);
  if (spec.access !== 'public') codes.add('missing_credential');
  if (spec.permission) codes.add('not_allowed');
  if (spec.params) codes.add('not_found');
  if (spec.query || spec.body) codes.add('invalid');
  if (takesKey) codes.add('conflict').add('idempotency_mismatch');
  if (spec.body) codes.add('malformed_request').add('too_large');
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes)
    byStatus.set(ERROR_STATUS[code], [...(byStatus.get(ERROR_STATUS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      status,
      { description: names.join(', '), content: { 'application/json': { schema: errorBody } } },
    ]),
  );
}
