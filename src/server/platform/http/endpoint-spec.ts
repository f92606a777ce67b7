import type { ZodObject, ZodType } from 'zod';
import type { ErrorCode } from '../../../contract/errors.ts';

/** One route: who may call it, what it takes, what it answers. */
export interface EndpointSpec<
  Access extends string,
  Params extends ZodObject | undefined = undefined,
  Query extends ZodObject | undefined = undefined,
  Body extends ZodType | undefined = undefined,
> {
  access: Access;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{name}` for parameters, as in OpenAPI. */
  path: string;
  summary: string;
  tag: string;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Status of success; 204 answers nothing. */
  status?: 200 | 201 | 204;
  answer?: ZodType;
  /** Other media types of the answer, for the description: an event stream, CSV. */
  alsoAnswers?: string[];
  errors?: ErrorCode[];
  /** It changes nothing although it is no GET: an `Idempotency-Key` has no use, and no answer is kept for it. */
  changesNothing?: true;
  /** The answer holds a secret that is told once: it is never kept, so an `Idempotency-Key` is not taken. */
  answersSecret?: true;
  /** Of the body; absent: 1 MiB. */
  maxBytes?: number;
}
