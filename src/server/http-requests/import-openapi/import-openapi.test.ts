import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkout } from '../../../../tests/harness/checkout.ts';
import { rounds } from '../../../../tests/harness/rounds.ts';
import type { ImportedRequest, OperationList } from '../../../contract/http/import.ts';
import { AppError } from '../../platform/errors.ts';
import { importOpenApi } from './import-openapi.ts';
import type { JsonObject } from './json-object.ts';

const SHOP_30 = `
openapi: 3.0.3
info: { title: Shop, version: '1' }
servers:
  - url: https://{region}.shop.example/v1/
    variables: { region: { default: eu, enum: [eu, us] } }
security: [{ key: [] }]
paths:
  /orders/{order-id}:
    parameters:
      - { name: order-id, in: path, required: true, description: The order number, schema: { type: string } }
    get:
      operationId: getOrder
      summary: Find an order
      parameters:
        - { name: fields, in: query, schema: { type: array, items: { type: string } } }
        - { name: X-Trace, in: header, schema: { type: string } }
        - { name: Accept, in: header, schema: { type: string } }
    patch:
      description: |
        Change an order.
        Only before it is sent.
      requestBody:
        required: true
        content:
          text/plain: { schema: { type: string } }
          application/json: { schema: { $ref: '#/components/schemas/Change' } }
  /search:
    get:
      operationId: search
      security: [{ basic: [] }]
      parameters:
        - { name: q, in: query, required: true, schema: { type: string, format: email } }
        - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { state: { type: string, enum: [open, closed] } } } }
        - { name: tags, in: query, explode: false, schema: { type: array, items: { type: string } } }
        - { name: api_version, in: query, required: true, schema: { type: string, enum: ['2'] } }
        - { name: X-Version, in: header, required: true, schema: { type: string, default: 2026-01-01 } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Api-Key }
    basic: { type: http, scheme: basic }
  schemas:
    Change:
      allOf:
        - type: object
          required: [address, kind, parent, id]
          properties:
            id: { type: string, readOnly: true }
            kind: { type: string, enum: [change] }
            address: { $ref: '#/components/schemas/Address' }
            parent: { $ref: '#/components/schemas/Node' }
        - type: object
          properties:
            note: { type: string, nullable: true }
            express: { type: boolean }
            at: { type: string, format: date-time }
    Address:
      type: object
      required: [street, city]
      properties:
        street: { type: string }
        city: { type: string }
        floor: { type: integer }
    Node:
      type: object
      properties: { next: { $ref: '#/components/schemas/Node' } }
`;

const importOne = (document: string | JsonObject, operationId: string, baseUrl?: string): ImportedRequest =>
  importOpenApi(document, { operationId, baseUrl }) as ImportedRequest;

describe('OpenAPI 3.0', () => {
  it('lists the operations when none is chosen', () => {
    expect(importOpenApi(SHOP_30)).toEqual({
      operations: [
        { operationId: 'getOrder', method: 'GET', path: '/orders/{order-id}', summary: 'Find an order' },
        {
          operationId: 'patch /orders/{order-id}',
          method: 'PATCH',
          path: '/orders/{order-id}',
          summary: 'Change an order.',
        },
        { operationId: 'search', method: 'GET', path: '/search', summary: '' },
      ],
    });
  });

  it('takes path, query, headers and the key', () => {
    const { request, inputs, secretsFound } = importOne(SHOP_30, 'getOrder');
    expect(request).toEqual({
      method: 'GET',
      url: 'https://eu.shop.example/v1/orders/{{order_id}}',
      query: [{ name: 'fields', value: '{{fields?}}' }],
      headers: [
        { name: 'X-Trace', value: '{{X_Trace?}}' },
        { name: 'X-Api-Key', value: '{{secrets.EU_SHOP_EXAMPLE_API_KEY}}' },
      ],
      body: { type: 'none' },
    });
    expect(inputs[0]).toEqual({
      name: 'order_id',
      type: 'string',
      description: 'The order number (order-id)',
      required: true,
      source: 'visitor',
    });
    expect(inputs[1]).toMatchObject({ name: 'fields', type: 'array', required: false });
    expect(secretsFound).toEqual([
      { name: 'EU_SHOP_EXAMPLE_API_KEY', where: 'header X-Api-Key', value: null },
    ]);
  });

  it.each(['patch /orders/{order-id}', 'PATCH /orders/{order-id}'])(
    'builds a JSON body for %s',
    (operationId) => {
      const { request, inputs, notes } = importOne(SHOP_30, operationId);
      expect(JSON.parse((request.body as { value: string }).value)).toEqual({
        kind: 'change',
        address: { street: '{{street}}', city: '{{city}}', floor: '{{floor?}}' },
        parent: { next: '{{next?}}' },
        note: '{{note?}}',
        express: '{{express?}}',
        at: '{{at?}}',
      });
      expect(inputs.map(({ name, type }) => `${name} ${type}`)).toEqual([
        ...['order_id string', 'street string', 'city string', 'floor integer', 'next object'],
        ...['note string', 'express boolean', 'at string'],
      ]);
      expect(notes).toEqual([expect.stringMatching(/sent as null: floor, next, express, at\./)]);
    },
  );

  it('takes apart deep objects, joins lists, writes down what has one value only', () => {
    const { request, inputs, notes } = importOne(SHOP_30, 'search');
    expect(request.query).toEqual([
      { name: 'q', value: '{{q}}' },
      { name: 'filter[state]', value: '{{filter_state?}}' },
      { name: 'tags', value: '{{tags?}}' },
      { name: 'api_version', value: '2' },
    ]);
    expect(inputs).toMatchObject([
      { name: 'q', type: 'email' },
      { type: 'enum', options: ['open', 'closed'] },
      { type: 'string', description: 'Several are parted by commas.' },
    ]);
    expect(request.headers).toEqual([
      { name: 'X-Version', value: '2026-01-01' },
      { name: 'Authorization', value: 'Basic {{secrets.EU_SHOP_EXAMPLE_BASIC}}' },
    ]);
    expect(notes.join()).toMatch(/Base64/);
  });

  it('names what sounds alike when there is no such operation', () => {
    expect(() => importOne(SHOP_30, 'getOrders')).toThrow(/Did you mean "getOrder"/);
    expect(() => importOne(SHOP_30, 'xyz')).toThrow(/no operation of this name\.$/);
  });
});

describe('OpenAPI 3.1', () => {
  const document = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({
    openapi: '3.1.0',
    servers: [{ url: '/api' }],
    paths: {
      '/x': { post: { operationId: 'x', requestBody: { content: { 'application/json': { schema } } } } },
    },
    ...more,
  });

  it('reads lists of types, const, variants', () => {
    const schema = {
      type: ['object', 'null'],
      required: ['a', 'b', 'c', 'd', 'items'],
      properties: {
        a: { type: ['null', 'integer'] },
        b: { const: 'fixed {{x}}' },
        c: { anyOf: [{ type: 'null' }, { type: 'string', format: 'uri' }] },
        items: { type: 'array', items: { type: 'object', properties: { sku: {}, count: {} } } },
      },
    };
    const { request, inputs } = importOne(document(schema), 'x', 'https://a.example');
    expect(request.url).toBe('https://a.example/api/x');
    expect(JSON.parse((request.body as { value: string }).value)).toEqual({
      a: '{{a}}',
      b: 'fixed \\{{x}}',
      c: '{{c}}',
      d: '{{d}}',
      items: '{{items}}',
    });
    expect(inputs.map(({ type }) => type)).toEqual(['integer', 'url', 'array', 'string']);
  });

  it('asks for the address when the document has none', () => {
    expect(() => importOne(document({}), 'x')).toThrow(/Send its address as baseUrl/);
    expect(() => importOne({ ...document({}), servers: [{ url: 'https://{host}' }] }, 'x')).toThrow(
      /baseUrl/,
    );
    expect(() => importOne(document({}), 'x', 'file:///etc')).toThrow(/baseUrl/);
  });

  it('gives inputs of the same name names of their own', () => {
    const one = {
      type: 'object',
      required: ['id', 'to'],
      properties: { id: {}, to: { type: 'object', required: ['id'], properties: { id: {} } } },
    };
    const { request } = importOne(document(one), 'x', 'https://a.example');
    expect(JSON.parse((request.body as { value: string }).value)).toEqual({
      id: '{{id}}',
      to: { id: '{{body_to_id}}' },
    });
  });

  it('keeps to thirty inputs: the required ones first', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`p${index}`, { type: 'string' }]),
    );
    const { inputs, notes } = importOne(
      document({ type: 'object', required: ['p59'], properties }),
      'x',
      'https://a.example',
    );
    expect(inputs).toHaveLength(30);
    expect(inputs.find(({ name }) => name === 'p59')?.required).toBe(true);
    expect(notes.join()).toMatch(/30 optional inputs were left out/);
  });

  it('makes no input of a password or a key', () => {
    const schema = {
      type: 'object',
      required: ['client_secret', 'pin'],
      properties: { client_secret: {}, pin: { type: 'string', format: 'password' } },
    };
    const { inputs, secretsFound } = importOne(document(schema), 'x', 'https://a.example');
    expect(inputs).toEqual([]);
    expect(secretsFound.map(({ where }) => where)).toEqual(['body client_secret', 'body pin']);
  });
});

describe('Swagger 2', () => {
  const SHOP_20 = {
    swagger: '2.0',
    host: 'shop.example:8443',
    basePath: '/v2',
    schemes: ['http', 'https'],
    consumes: ['application/json'],
    securityDefinitions: { auth: { type: 'oauth2' }, key: { type: 'apiKey', in: 'query', name: 'api_key' } },
    paths: {
      '/pets': {
        post: {
          operationId: 'addPet',
          security: [{ auth: ['write'], key: [] }],
          parameters: [{ in: 'body', name: 'pet', required: true, schema: { $ref: '#/definitions/Pet' } }],
        },
        get: {
          operationId: 'findPets',
          parameters: [
            {
              in: 'query',
              name: 'status',
              type: 'array',
              collectionFormat: 'multi',
              items: { type: 'string' },
            },
            { in: 'query', name: 'ids', type: 'array', items: { type: 'string' } },
          ],
        },
      },
      '/pets/{id}': {
        post: {
          operationId: 'renamePet',
          consumes: ['multipart/form-data', 'application/x-www-form-urlencoded'],
          parameters: [
            { in: 'path', name: 'id', required: true, type: 'integer' },
            { in: 'formData', name: 'name', required: true, type: 'string' },
            { in: 'formData', name: 'photo', type: 'file' },
          ],
        },
      },
    },
    definitions: { Pet: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
  };

  it('reads a body, OAuth and a key in the query', () => {
    const { request, secretsFound } = importOne(SHOP_20, 'addPet');
    expect(request).toEqual({
      method: 'POST',
      url: 'https://shop.example:8443/v2/pets',
      query: [{ name: 'api_key', value: '{{secrets.SHOP_EXAMPLE_8443_API_KEY}}' }],
      headers: [{ name: 'Authorization', value: 'Bearer {{secrets.SHOP_EXAMPLE_8443_TOKEN}}' }],
      body: { type: 'json', value: '{\n  "name": "{{name}}"\n}' },
    });
    expect(secretsFound).toHaveLength(2);
  });

  it('reads lists and forms; files are left out', () => {
    expect(importOne(SHOP_20, 'findPets').inputs.map(({ type }) => type)).toEqual(['array', 'string']);
    const { request, inputs, notes } = importOne(SHOP_20, 'renamePet');
    expect(request.body).toEqual({ type: 'form', value: [{ name: 'name', value: '{{name}}' }] });
    expect(inputs).toMatchObject([{ name: 'id', type: 'integer' }, { name: 'name' }]);
    expect(notes.join()).toMatch(/file "photo" was left out/);
  });
});

describe('what a document must not do', () => {
  const withReference = (reference: string) => ({
    openapi: '3.0.0',
    servers: [{ url: 'https://a.example' }],
    paths: {
      '/x': { get: { operationId: 'x', parameters: [{ $ref: reference }] }, put: { operationId: 'ok' } },
      '/y': { $ref: reference },
    },
  });

  it('open a file or an address', async () => {
    let reads = 0;
    const server = createServer((_, response) => {
      reads += 1;
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const folder = mkdtempSync(join(tmpdir(), 'canary-'));
    const file = join(folder, 'canary.json');
    writeFileSync(file, '{"name":"canary","in":"query"}');
    const references = [
      `http://127.0.0.1:${port}/x`,
      `//127.0.0.1:${port}/x#/a`,
      file,
      `file://${file}`,
      'canary.json',
      '../x.yaml#/a',
    ];
    for (const reference of references) {
      for (const text of [withReference(reference), JSON.stringify(withReference(reference))])
        expect(() => importOne(text, 'x')).toThrow(/refers to another one .* never opened/s);
      // What is a path or an address itself is no document either.
      expect(() => importOpenApi(reference)).toThrow(AppError);
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(reads).toBe(0);
    server.close();
  });

  it.each(['#/nowhere', '#/paths/__proto__', '#/constructor'])(
    'refer to %s, which is not in it',
    (reference) => {
      expect(() => importOne(withReference(reference), 'x')).toThrow(/which is not in it/);
    },
  );

  it.each([
    [
      'a circle of references',
      { a: { $ref: '#/components/schemas/b' }, b: { $ref: '#/components/schemas/a' } },
    ],
    [
      'a schema made of itself',
      { a: { allOf: [{ $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/a' }] } },
    ],
    [
      'a mesh of schemas',
      Object.fromEntries(
        [...'abcdefghijklmnopqrst'].map((name, _, all) => [
          name,
          { allOf: all.map((other) => ({ $ref: `#/components/schemas/${other}` })) },
        ]),
      ),
    ],
    [
      'a tree that never ends',
      {
        a: {
          type: 'object',
          required: ['x', 'y'],
          properties: { x: { $ref: '#/components/schemas/a' }, y: { $ref: '#/components/schemas/a' } },
        },
      },
    ],
  ])('go on for ever: %s', (_, schemas) => {
    const document = {
      openapi: '3.0.0',
      servers: [{ url: 'https://a.example' }],
      paths: {
        '/x': {
          post: {
            operationId: 'x',
            requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/a' } } } },
          },
        },
      },
      components: { schemas },
    };
    const started = performance.now();
    endsWell(() => importOne(document, 'x'));
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it.each([
    ['nothing', ''],
    ['a text', 'Hello'],
    ['a list', '[1]'],
    ['another version', '{"openapi":"4.0.0","paths":{}}'],
    ['no paths', 'openapi: 3.0.0'],
    ['broken JSON', '{"openapi": "3.0.0", s3cr3t'],
    ['broken YAML', 'openapi: 3.0.0\n  s3cr3t: [1'],
    ['a tag for code', 'openapi: !!js/function "s3cr3t"'],
    ['deep brackets', '['.repeat(500_000)],
    ['deep braces', '{'.repeat(500_000)],
    ['deep lists', '- '.repeat(500_000)],
    ['too much', `openapi: "${'x'.repeat(2_200_000)}"`],
    [
      'a bomb of aliases',
      `a: &a [x,x]\n${Array.from({ length: 900 }, (_, index) => `b${index}: &a [*a,*a]`).join('\n')}`,
    ],
  ])('be %s', (_, text) => {
    const started = performance.now();
    expect(() => importOpenApi(text)).toThrow(AppError);
    expect(() => importOpenApi(text)).not.toThrow(/s3cr3t/);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

it('never writes out what aliases make huge', () => {
  const bomb = Array.from(
    { length: 60 },
    (_, index) => `  b${index + 1}: &b${index + 1} [*b${index}, *b${index}]`,
  );
  const text = `
openapi: 3.1.0
servers: [{ url: 'https://a.example' }]
x:
  b0: &b0 [x]
${bomb.join('\n')}
paths:
  /x:
    post:
      operationId: x
      parameters: [{ in: query, name: q, required: true, schema: { const: *b60 } }, { in: query, name: *b60 }]
      requestBody: { content: { application/json: { schema: { type: object, required: [a, c], properties: { a: { const: *b60 }, c: { enum: [*b60, 1], description: *b60 } } } } } }
`;
  const started = performance.now();
  const { inputs } = importOne(text, 'x');
  expect(inputs.map(({ name }) => name)).toEqual(['q', 'a', 'c']);
  expect(performance.now() - started).toBeLessThan(1_000);
});

it('takes any JSON in any place: a request, or a plain refusal', () => {
  const text = fc.constantFrom(
    'x',
    '{{a}}',
    '__proto__',
    'constructor',
    '',
    '/a/{b}/{{c}}',
    '#/paths',
    'object',
    'array',
    'query',
  );
  const { any } = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc.constantFrom(null, true, 1),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          '$ref',
          'toString',
          'name',
          'in',
          'type',
          'schema',
          'properties',
          'required',
          'allOf',
          'anyOf',
          'enum',
          'const',
          'items',
          'content',
          'application/json',
          'get',
          'parameters',
          'requestBody',
          'servers',
          'url',
          'security',
        ),
        tie('any'),
        { maxKeys: 5 },
      ),
    ),
  }));
  fc.assert(
    fc.property(any, any, any, (operation, schema, more) => {
      const put = { requestBody: { content: { 'application/json': { schema } } }, parameters: [more] };
      const document = {
        openapi: '3.1.0',
        servers: [{ url: 'https://a.example' }],
        paths: { '/x': { get: operation, put }, '/y/{z}': more },
      };
      endsWell(() => {
        const { operations } = importOpenApi(document) as OperationList;
        for (const { operationId } of operations) endsWell(() => importOne(document, operationId));
      });
    }),
    { numRuns: rounds(500, 50_000) },
  );
});

describe.each(['cal-com.trim.openapi.json', 'calendly.merged.openapi.json'])('%s', (name) => {
  // Documents of others, which stand beside a checkout where they are at hand.
  const file = join(checkout, '..', 'shared', 'openapi', name);
  it.skipIf(!existsSync(file))('is imported, every operation of it', () => {
    const text = readFileSync(file, 'utf8');
    const { operations } = importOpenApi(text) as OperationList;
    expect(operations.length).toBeGreaterThan(5);
    for (const { operationId, method } of operations) {
      const { request, inputs } = importOne(text, operationId, 'https://api.example.com');
      expect(request.method).toBe(method);
      expect(new Set(inputs.map((input) => input.name)).size).toBe(inputs.length);
      if (request.body.type === 'json') JSON.parse(request.body.value);
    }
  });
});

function endsWell(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
  }
}
