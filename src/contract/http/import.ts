import { z } from 'zod';
import { requestInputSchema, requestTemplateSchema } from './request.ts';

/** What a request is made from: a cURL command, or an operation of an OpenAPI document. */
export const importSourceSchema = z
  .object({
    curl: z.string().optional(),
    /** The document as JSON or YAML text, or as parsed JSON. */
    openapi: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
    /** Without it the answer lists the operations. */
    operationId: z.string().max(2_000).optional(),
    /** Where the API is, for documents that do not say it. */
    baseUrl: z.string().max(2_000).optional(),
  })
  .refine(
    ({ curl, openapi }) => (curl === undefined) !== (openapi === undefined),
    'send either curl or openapi',
  );

export const importedRequestSchema = z
  .object({
    request: requestTemplateSchema,
    inputs: z.array(requestInputSchema),
    /** Each was taken out of the request, which says `{{secrets.NAME}}` in its place. */
    secretsFound: z.array(
      z.object({
        /** A suggestion, to be stored under `/secrets/{name}`. */
        name: z.string(),
        /** "header Authorization". */
        where: z.string(),
        /** What was pasted; null when only its place was known. */
        value: z.string().nullable(),
      }),
    ),
    /** What was left out or read differently, in plain words. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'ImportedRequest' });

export const operationListSchema = z
  .object({
    operations: z.array(
      z.object({ operationId: z.string(), method: z.string(), path: z.string(), summary: z.string() }),
    ),
  })
  .meta({ id: 'OperationList' });

export type ImportedRequest = z.infer<typeof importedRequestSchema>;
export type OperationList = z.infer<typeof operationListSchema>;
