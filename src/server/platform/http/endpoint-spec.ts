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
  /** What whoever calls must be allowed to do, for accesses whose callers differ in that. */
  permission?: string;
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
  /** The body may speak of a visitor: a log that nothing is ever taken out of must not keep it. */
  isPersonal?: true;
  /** Of the body; absent: 1 MiB. */
  maxBytes?: number;
}
