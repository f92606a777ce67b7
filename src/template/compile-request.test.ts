import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type RequestInput,
  type RequestTemplate,
  requestInputSchema,
  requestTemplateSchema,
} from '../contract/http/request.ts';
import { compileRequest } from './compile-request.ts';
import { TemplateError } from './template-error.ts';

interface Row {
  id: string;
  why: string;
  template: { method: string; url: string; headers?: Record<string, string>; body?: string };
  inputs: Record<string, unknown>;
  input_names?: string[];
  types?: Record<string, string>;
  secrets?: Record<string, string>;
  expect: { error?: string; url?: string; headers?: Record<string, string>; body?: string };
}

const rows: Row[] = readFileSync(new URL('../../tests/data/templates.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('the rows of templates.jsonl', () => {
  it('are all there', () => expect(rows.length).toBe(64));

  it.each(rows)('$id: $why', ({ template, inputs, input_names: names, types, secrets, expect: expected }) => {
    const words = [...JSON.stringify(template).matchAll(/\{\{\s*([a-z_]\w*)/gi)].map(([, name]) =>
      String(name),
    );
    const known =
      names ?? [...new Set([...Object.keys(inputs), ...words])].filter((name) => name !== 'secrets');
    const request = {
      method: template.method,
      url: template.url,
      headers: Object.entries(template.headers ?? {}).map(([name, value]) => ({ name, value })),
      ...(template.body === undefined ? {} : { body: { type: 'json', value: template.body } }),
    };
    const declared = known.map((name) => ({
      name,
      type: types?.[name] ?? typeOf(Object.hasOwn(inputs, name) ? inputs[name] : null),
    }));
    const act = () => build(request, declared, inputs, secrets);
    if (expected.error) expect(codeOf(act)).toBe(expected.error);
    else {
      const { url, headers, body } = act();
      const sent = {
        url,
        body,
        headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
      };
      expect(sent).toMatchObject(expected);
    }
  });
});

const api = 'https://api.example.com';
const a = { name: 'a' };

describe('a template is refused when it is saved', () => {
  it.each<[string, object, object[]?]>([
    ['method', { method: 'TRACE', url: api }],
    ['method', { method: 'GET\r\nX: 1', url: api }],
    ['url', { url: '' }],
    ['url', { url: '/orders' }],
    ['url', { url: 'api.example.com/orders' }],
    ['url', { url: 'ftp://example.com/' }],
    ['url', { url: 'https:example.com' }],
    ['url', { url: 'https:///example.com/' }],
    ['url', { url: 'https://exa<mple.com/' }],
    ['url', { url: 'https://example.com%40127.0.0.1/' }],
    ['url', { url: 'https://127.0.0.1\\@example.com/' }],
    ['url', { url: 'https://example.com?@127.0.0.1/' }],
    ['url', { url: 'https://api.example.com/a b' }],
    ['url', { url: ' https://api.example.com/' }],
    ['url', { url: 'https://api.example.com/\n{{a}}' }, [a]],
    ['url', { url: 'http://134744072/' }],
    ['url', { url: 'http://010.8.8.8/' }],
    ['userinfo', { url: 'https://u@api.example.com/' }],
    ['userinfo', { url: 'http://foo@evil.com:80@example.com/' }],
    ['host_placeholder', { url: '{{a}}/x' }, [a]],
    ['host_placeholder', { url: 'https://api.example.com{{a}}/x' }, [a]],
    ['host_placeholder', { url: 'https://api.example.com:{{a}}/x' }, [a]],
    ['url', { url: 'https:/\t/{{a}}/x' }, [a]],
    ['host_placeholder', { url: 'https://{{secrets.HOST}}/x' }],
    ['secret_in_path', { url: `${api}/{{secrets.KEY}}/x` }],
    ['fragment_placeholder', { url: `${api}/x#{{a}}` }, [a]],
    ['path_segment', { url: `${api}/x/{{a}}/../y` }, [a]],
    ['name_placeholder', { url: `${api}/x?x{{a}}=1` }, [a]],
    ['name_placeholder', { url: `${api}/x?{{a}}` }, [a]],
    ['name_placeholder', { url: api, query: [{ name: '{{a}}', value: '1' }] }, [a]],
    [
      'name_placeholder',
      { method: 'POST', url: api, body: { type: 'form', value: [{ name: '{{a}}', value: '' }] } },
      [a],
    ],
    ['unknown_placeholder', { url: `${api}/{{b}}` }, [a]],
    ['unknown_placeholder', { url: `${api}/?x={{b?}}` }, [a]],
    ['unknown_placeholder', { url: api, headers: [{ name: 'X', value: '{{toString}}' }] }],
    ['unknown_placeholder', { url: `${api}/{{a.length}}` }, [a]],
    ['unknown_placeholder', { url: `${api}/{{a.length}}` }, [{ name: 'a', type: 'array' }]],
    ['unknown_placeholder', { url: `${api}/{{a.__proto__}}` }, [{ name: 'a', type: 'object' }]],
    ['placeholder_syntax', { url: `${api}/{{a}` }, [a]],
    ['placeholder_syntax', { url: `${api}/{{}}` }, [a]],
    ['placeholder_syntax', { url: `${api}/{{{a}}}` }, [a]],
    ['placeholder_syntax', { url: `${api}/{{größe}}` }],
    ['placeholder_syntax', { url: `${api}/{{a.0}}` }, [a]],
    ['placeholder_syntax', { url: api, headers: [{ name: 'X', value: '{{secrets.a.b}}' }] }],
    ['placeholder_syntax', { url: api, headers: [{ name: 'X', value: '{{secrets.A?}}' }] }],
    ['header_name', { url: api, headers: [{ name: 'X-{{a}}', value: '1' }] }, [a]],
    ['header_name', { url: api, headers: [{ name: '', value: '1' }] }],
    ['header_forbidden', { url: api, headers: [{ name: 'PROXY-Authorization', value: '1' }] }],
    ['header_forbidden', { url: api, headers: [{ name: 'content-length', value: '1' }] }],
    ['header_value', { url: api, headers: [{ name: 'X', value: 'a\r\nY: 1' }] }],
    ['header_value', { url: api, headers: [{ name: 'X', value: 'Ċ' }] }],
    ['body_not_allowed', { url: api, body: { type: 'json', value: '{}' } }],
    ['body_json', { method: 'POST', url: api, body: { type: 'json', value: '' } }],
    ['body_json', { method: 'POST', url: api, body: { type: 'json', value: '{"a":1,}' } }],
    ['body_json', { method: 'POST', url: api, body: { type: 'json', value: '{"a":01}' } }],
    ['body_json', { method: 'POST', url: api, body: { type: 'json', value: '{"a":1{{a}}}' } }, [a]],
    ['body_json', { method: 'POST', url: api, body: { type: 'json', value: '[1] [2]' } }],
    ['body_json', { method: 'POST', url: api, body: { type: 'json', value: '{"a":1,"\\u0061":2}' } }],
    ['body_json', { method: 'POST', url: api, body: { type: 'json', value: '{"a":"\n"}' } }],
    ['key_placeholder', { method: 'POST', url: api, body: { type: 'json', value: '{{{a}}:1}' } }, [a]],
    ['key_placeholder', { method: 'POST', url: api, body: { type: 'json', value: '{"x{{a}}":1}' } }, [a]],
    ['forbidden_key', { method: 'POST', url: api, body: { type: 'json', value: '{"\\u005f_proto__":1}' } }],
    ['too_deep', { method: 'POST', url: api, body: { type: 'json', value: '['.repeat(100_000) } }],
    ['body_too_large', { method: 'POST', url: api, body: { type: 'text', value: 'ä'.repeat(140_000) } }],
    [
      'body_json',
      {
        method: 'POST',
        url: api,
        headers: [{ name: 'Content-Type', value: 'application/vnd.x+json; v=1' }],
        body: { type: 'text', value: '{"a":"{{a}}"}' },
      },
      [a],
    ],
    [
      'body_not_allowed',
      {
        method: 'POST',
        url: api,
        headers: [{ name: 'Content-Type', value: 'multipart/form-data; boundary=x' }],
        body: { type: 'text', value: '{{a}}' },
      },
      [a],
    ],
    ['bad_name', { url: api }, [{ name: 'toString' }]],
    ['bad_name', { url: api }, [a, a]],
    ['bad_name', { url: api }, [{ name: 'a.b' }]],
    ['input_type', { url: api }, [{ name: 'a', type: 'enum' }]],
  ])('%s: %j', (code, request, inputs = []) => {
    expect(codeOf(() => compileRequest(toTemplate(request), toInputs(inputs)))).toBe(code);
  });

  it('says where, and names no value', () => {
    const pathOf = (request: object, inputs: object[] = []) => {
      try {
        compileRequest(toTemplate(request), toInputs(inputs));
      } catch (error) {
        return error instanceof TemplateError ? error.path : error;
      }
      return null;
    };
    expect(pathOf({ url: `${api}/{{b}}` })).toBe('request.url');
    expect(pathOf({ url: api, query: [{ name: 'x', value: '{{b}}' }] })).toBe('request.query.0.value');
    expect(pathOf({ url: api, headers: [{ name: 'a b', value: '' }] })).toBe('request.headers.0.name');
    expect(pathOf({ url: api }, [a, { name: '2' }])).toBe('inputs.1.name');
    expect(pathOf({ method: 'POST', url: api, body: { type: 'json', value: '{' } })).toBe('request.body');
  });
});

describe('values', () => {
  it.each<[string, string, unknown]>([
    ['path_segment', `${api}/{{a}}`, ''],
    ['path_segment', `${api}/{{a}}/x`, '..'],
    ['path_segment', `${api}/%2e{{a}}/x`, '.'],
    ['missing_input', `${api}/?x={{a}}`, undefined],
    ['url_too_long', `${api}/{{a}}`, 'x'.repeat(8_200)],
  ])('end as %s in %s', (code, url, value) => {
    expect(codeOf(() => build({ url }, [a], { a: value }))).toBe(code);
  });

  it.each([
    [`${api}/x%{{a}}`, '2F', `${api}/x%252F`],
    [`${api}/x%2{{a}}`, 'F', `${api}/x%252F`],
    [`${api}/{{a}}`, '\ud800', `${api}/%EF%BF%BD`],
    [`${api}/{{a}}`, '%2e%2e', `${api}/%252e%252e`],
    [`${api}/{{a}}`, "!'()*;:@&=+$,", `${api}/%21%27%28%29%2A%3B%3A%40%26%3D%2B%24%2C`],
    [`${api}/\\{{a}}`, 'x', `${api}/%7B%7Ba%7D%7D`],
    [`${api}/mark0z/{{a}}`, 'x', `${api}/mark0z/x`],
    [`${api}?x={{a}}#part`, 'x', `${api}/?x=x`],
    [`${api}/?x=1&y=p-{{a}}-q&flag`, '&', `${api}/?x=1&y=p-%26-q&flag`],
    ['https://API.example.com:443/{{a}}', 'x', `${api}/x`],
    [`${api}/{{a}}`, '{{a}}\\{{', `${api}/%7B%7Ba%7D%7D%5C%7B%7B`],
  ])('are only values in %s: %j', (url, value, expected) => {
    expect(build({ url }, [a], { a: value }).url).toBe(expected);
  });

  it('of the query are joined to those in the URL, and what is missing leaves nothing behind', () => {
    const query = [
      { name: 'a b', value: 'ü {{a}}' },
      { name: 'c', value: 'x{{c?}}' },
    ];
    expect(build({ url: `${api}/?z=1`, query }, [a, { name: 'c' }], { a: '&' }).url).toBe(
      `${api}/?z=1&a%20b=%C3%BC%20%26`,
    );
    expect(build({ url: `${api}/?c={{c?}}` }, [{ name: 'c' }], {}).url).toBe(`${api}/`);
  });

  it('of headers keep to ASCII, and a missing optional one leaves its header out', () => {
    const headers = [
      { name: 'X-A', value: 'v {{a}}' },
      { name: 'X-C', value: 'Bearer {{c?}}' },
    ];
    const built = build({ url: api, headers }, [a, { name: 'c' }], { a: 'x\ty~' });
    expect(built.headers).toEqual([['X-A', 'v x\ty~']]);
    for (const value of ['\u010a', '\u0000', 'é', '\u2028'])
      expect(codeOf(() => build({ url: api, headers }, [a, { name: 'c' }], { a: value }))).toBe(
        'header_value',
      );
  });

  it('of forms are encoded as forms are', () => {
    const body = {
      type: 'form',
      value: [
        { name: 'a b', value: 'x&{{a}}' },
        { name: 'l', value: '{{l}}' },
      ],
    };
    const built = build({ method: 'POST', url: api, body }, [a, { name: 'l', type: 'array' }], {
      a: 'ü=& +',
      l: [1, true],
    });
    expect(built.body).toBe('a+b=x%26%C3%BC%3D%26+%2B&l=1&l=true');
    expect(built.headers).toEqual([['content-type', 'application/x-www-form-urlencoded']]);
  });

  it('of texts are encoded as the text says that it is', () => {
    const send = (type: string, value: string) =>
      build(
        {
          method: 'POST',
          url: api,
          headers: [{ name: 'Content-Type', value: type }],
          body: { type: 'text', value },
        },
        [a],
        { a: '<&"\n' },
      ).body;
    expect(send('text/plain', 'x {{a}}')).toBe('x <&"\n');
    expect(send('text/xml', '<a b="{{a}}"/>')).toBe('<a b="&#60;&#38;&#34;\n"/>');
    expect(send('application/x-www-form-urlencoded', 'a={{a}}')).toBe('a=%3C%26%22%0A');
  });

  it('of JSON keep their type as a whole, and are text within a text', () => {
    const send = (value: string, given: unknown, type = 'string') =>
      build({ method: 'POST', url: api, body: { type: 'json', value } }, [{ name: 'a', type }], { a: given })
        .body;
    expect(send('\uFEFF[ {{a}} , "{{ a }}", "n {{a}}" ]', -0, 'number')).toBe('[0,0,"n 0"]');
    expect(send('{"a": {{a}}, "b": [1.0, 1e400, 12345678901234567890, -0, "\\u00fc\\ud800"]}', '"')).toBe(
      '{"a":"\\"","b":[1.0,1e400,12345678901234567890,-0,"ü\ufffd"]}',
    );
    expect(send('{"2":0,"1":"\\{{a}} \\\\{{a}}"}', 'x')).toBe('{"2":0,"1":"{{a}} {{a}}"}');
    expect(send('{{a}}', { b: [null] }, 'object')).toBe('{"b":[null]}');
    expect(send('{"k":"{{a.b}}"}', { b: 7 }, 'object')).toBe('{"k":7}');
    expect(codeOf(() => send('{"k":"{{a.toString}}"}', {}, 'object'))).toBe('missing_input');
    expect(codeOf(() => send('{{a}}', 'x'.repeat(262_143)))).toBe('body_too_large');
    expect(codeOf(() => send('[{{a}}]', nest(64), 'array'))).toBe('too_deep');
    expect(send('[{{a}}]', nest(63), 'array')).toBe('['.repeat(64) + ']'.repeat(64));
  });

  it('that are shown have masks in the place of secrets, readable everywhere', () => {
    const secret = '{{secrets.KEY}}';
    const built = build(
      {
        method: 'POST',
        url: `${api}/x?k=${secret}&a={{a}}`,
        query: [{ name: 'q', value: secret }],
        headers: [{ name: 'Authorization', value: `Bearer ${secret}` }],
        body: { type: 'form', value: [{ name: 'f', value: secret }] },
      },
      [a],
      { a: '•••' },
      { KEY: '•••' },
    );
    expect(built.url).toBe(`${api}/x?k=•••&a=%E2%80%A2%E2%80%A2%E2%80%A2&q=•••`);
    expect(built.headers[0]).toEqual(['Authorization', 'Bearer •••']);
    expect(built.body).toBe('f=•••');
    expect(built.secretHeaders).toEqual(['authorization']);
  });

  it('name the secrets and the host of a request, and ask for no secret before the values are checked', () => {
    const headers = [{ name: 'X', value: '{{secrets.A}}{{secrets.B}}{{secrets.A}}' }];
    const compiled = compileRequest(
      toTemplate({ url: 'https://API.example.com:8443/?x={{a}}', headers }),
      toInputs([{ name: 'a', type: 'number' }]),
    );
    expect(compiled).toMatchObject({ secretNames: ['A', 'B'], host: 'api.example.com:8443' });
    const asked: string[] = [];
    const secretOf = (name: string) => {
      asked.push(name);
      return name;
    };
    expect(codeOf(() => compiled.expand({ a: 'x' }, secretOf))).toBe('input_type');
    expect(asked).toEqual([]);
  });
});

function nest(depth: number): unknown[] {
  return depth === 1 ? [] : [nest(depth - 1)];
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null || value === undefined ? 'string' : typeof value;
}

function toTemplate(request: object): RequestTemplate {
  return requestTemplateSchema.parse(request);
}

function toInputs(inputs: object[]): RequestInput[] {
  return inputs.map((input) => requestInputSchema.parse(input));
}

function build(
  request: object,
  inputs: object[],
  values: Record<string, unknown>,
  secrets: Record<string, string> = {},
) {
  return compileRequest(toTemplate(request), toInputs(inputs)).expand(values, (name) =>
    String(secrets[name]),
  );
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof TemplateError) return error.code;
    throw error;
  }
  return 'nothing was refused';
}
