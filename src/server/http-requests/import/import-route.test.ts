import { OpenAPIHono } from '@hono/zod-openapi';
import { Pool } from 'pg';
import { expect, it } from 'vitest';
import { plainVault } from '../../../../tests/harness/plain-vault.ts';
import { answerError } from '../../platform/http/answer-error.ts';
import { createLog } from '../../platform/log.ts';
import { importRoute } from './import-route.ts';

const app = new OpenAPIHono();
app.onError(answerError(createLog('silent')));
importRoute().mount(app, {
  authenticators: {
    public: async () => null,
    visitor: () => Promise.reject(new Error('not asked for')),
    workspace: async () => ({ workspaceId: 'w', name: 'owner', permissions: new Set() }),
    person: async () => Promise.reject(new Error('nobody')),
  },
  // Leads nowhere: an answer that was to be kept for a key would be an error here.
  idempotency: {
    pool: new Pool({ host: '127.0.0.1', port: 1 }),
    vault: plainVault,
    scopeOf: () => 'w',
    onError: () => undefined,
    accesses: ['workspace'],
  },
});

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await app.request('/api/v1/http-requests/import', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const command = { curl: 'curl https://a.example/orders/:id -H "Authorization: Bearer s3cr3t"' };

it('answers the request, its inputs and the secrets that were found', async () => {
  expect(await post(command)).toMatchObject({
    status: 200,
    body: {
      request: { url: 'https://a.example/orders/{{id}}' },
      inputs: [{ name: 'id' }],
      secretsFound: [{ name: 'A_EXAMPLE_TOKEN', value: 's3cr3t' }],
    },
  });
});

it('keeps no answer for an Idempotency-Key: what was pasted stands nowhere afterwards', async () => {
  const { status, body } = await post(command, { 'idempotency-key': 'k' });
  expect(status).toBe(200);
  expect(JSON.stringify(body)).toContain('s3cr3t');
});

it('takes a document as text or as JSON, lists its operations or reads one', async () => {
  const openapi = { openapi: '3.1.0', paths: { '/x': { get: { operationId: 'getX' } } } };
  const listed = { operations: [{ operationId: 'getX', method: 'GET', path: '/x', summary: '' }] };
  expect((await post({ openapi })).body).toEqual(listed);
  expect((await post({ openapi: JSON.stringify(openapi) })).body).toEqual(listed);
  const { body } = await post({ openapi, operationId: 'getX', baseUrl: 'https://a.example' });
  expect(body).toMatchObject({ request: { method: 'GET', url: 'https://a.example/x' }, inputs: [] });
});

it.each([
  [{}, ''],
  [{ curl: 'curl a.example', openapi: '{}' }, ''],
  [{ curl: 'wget a.example' }, 'curl'],
  [{ openapi: 'no document' }, 'openapi'],
  [{ openapi: { openapi: '3.1.0', paths: {} }, operationId: 'x' }, 'operationId'],
  [{ openapi: { openapi: '3.1.0', paths: { '/x': { get: {} } } }, operationId: 'get /x' }, 'baseUrl'],
])('answers 422 to %j, at %j', async (sent, path) => {
  const { status, body } = await post(sent);
  expect(status).toBe(422);
  expect(body.error).toMatchObject({ code: 'invalid', details: [{ path }] });
});
