import { z } from 'zod';
import {
  importedRequestSchema,
  importSourceSchema,
  operationListSchema,
} from '../../../contract/http/import.ts';
import { endpoint } from '../../workspace/actors.ts';
import { importCurl } from '../import-curl/import-curl.ts';

/** An OpenAPI document of 2 MB, as JSON text inside of JSON. */
const MAX_BYTES = 4 * 1024 * 1024;

export function importRoute() {
  return endpoint(
    {
      access: 'workspace',
      tag: 'Requests',
      permission: 'agents:write',
      method: 'post',
      path: '/api/v1/http-requests/import',
      summary: 'Make a request of a cURL command or of an OpenAPI operation, or list the operations',
      body: importSourceSchema,
      answer: z.union([importedRequestSchema, operationListSchema]),
      // The answer repeats the secrets that were pasted: it is kept nowhere.
      changesNothing: true,
      maxBytes: MAX_BYTES,
    },
    async ({ body: { curl, openapi, operationId, baseUrl } }) => {
      if (curl !== undefined) return importCurl(curl);
      // With its YAML; most installations never need it.
      const { importOpenApi } = await import('../import-openapi/import-openapi.ts');
      return importOpenApi(openapi ?? '', { operationId, baseUrl });
    },
  );
}
