import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ZodObject, ZodType, z } from 'zod';
import { describeEndpoint } from './describe-endpoint.ts';
import type { EndpointSpec } from './endpoint-spec.ts';
import { withIdempotencyKey } from './idempotency.ts';
import { readBody, readInput } from './read-input.ts';

type Infer<T> = T extends ZodType ? z.infer<T> : undefined;

export interface EndpointCall<Actor, Params, Query, Body> {
  actor: Actor;
  params: Infer<Params>;
  query: Infer<Query>;
  body: Infer<Body>;
  /** For what a plain JSON answer cannot do: headers, streams. */
  context: Context;
}

/** Finds out who calls, or throws. One per access that exists. */
export type Authenticators<Actors> = {
  [Access in keyof Actors]: (context: Context) => Promise<Actors[Access]>;
};

export interface Endpoint<Actors> {
  spec: EndpointSpec<
    keyof Actors & string,
    ZodObject | undefined,
    ZodObject | undefined,
    ZodType | undefined
  >;
  mount(app: OpenAPIHono, host: EndpointHost<Actors>): void;
}

export interface EndpointHost<Actors> {
  authenticators: Authenticators<Actors>;
  /** Asked after it is known who calls. @throws AppError when they may not */
  authorize?(actor: unknown, spec: { access: string; permission?: string }): void;
  /** Told after each call that has changed something. */
  onChange?(change: Change): Promise<void>;
  /** Whose unknown fields and filters are refused. Other callers may be of a newer version, and are not held to ours. */
  strictAccesses?: string[];
  /** The stored answers of writes with an `Idempotency-Key`; only for accesses that have a scope. */
  idempotency: Parameters<typeof withIdempotencyKey>[0] & { accesses: string[] };
}

/** A call that was made, and answered as asked for. */
export interface Change {
  actor: unknown;
  spec: { access: string; method: string; path: string; summary: string; isPersonal?: true };
  params: Record<string, string> | undefined;
  body: unknown;
  result: unknown;
  context: Context;
}

/** Makes the `endpoint` function of a product, whose actors are known by their access. */
export function endpointFactory<Actors>() {
  return function endpoint<
    Access extends keyof Actors & string,
    Params extends ZodObject | undefined = undefined,
    Query extends ZodObject | undefined = undefined,
    Body extends ZodType | undefined = undefined,
  >(
    spec: EndpointSpec<Access, Params, Query, Body>,
    handle: (call: EndpointCall<Actors[Access], Params, Query, Body>) => Promise<unknown>,
  ): Endpoint<Actors> {
    return {
      spec,
      mount(app, { authenticators, authorize, onChange, idempotency, strictAccesses = [] }) {
        const isStrict = strictAccesses.includes(spec.access);
        const takesKey =
          spec.method !== 'get' && !spec.changesNothing && idempotency.accesses.includes(spec.access);
        describeEndpoint(app, spec, takesKey);
        app.on(spec.method.toUpperCase(), honoPath(spec.path), async (context) => {
          // The router sends HEAD here as well; only GET may open a stream or write a body by itself.
          if (context.req.method === 'HEAD')
            return context.body(null, 405, { allow: spec.method.toUpperCase() });
          const actor = await authenticators[spec.access](context);
          authorize?.(actor, spec);
          const params = readInput(spec.params, context.req.param(), { code: 'not_found' }) as Infer<Params>;
          const query = readInput(spec.query, context.req.query(), { isStrict }) as Infer<Query>;
          const { value: body, raw } = await readBody(context, spec.body, {
            isStrict,
            maxBytes: spec.maxBytes,
          });
          const run = async () => {
            const result = await handle({ actor, params, query, body: body as Infer<Body>, context });
            if (spec.method !== 'get' && !spec.changesNothing)
              await onChange?.({ actor, spec, params: params as Change['params'], body, result, context });
            if (isResponse(result)) return result;
            if (spec.status === 204) return context.body(null, 204);
            return context.json(result as object, spec.status ?? 200);
          };
          return takesKey
            ? withIdempotencyKey(idempotency, { context, actor, method: spec.method, raw }, run)
            : run();
        });
      },
    };
  };
}

/** `instanceof` alone misses the marker of a stream: it was made before the HTTP server put its own Response in place. */
function isResponse(result: unknown): result is Response {
  return result instanceof Response || result === RESPONSE_ALREADY_SENT;
}

function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
