import fc from 'fast-check';
import { quote } from 'shell-quote';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../../tests/harness/rounds.ts';
import { AppError } from '../../platform/errors.ts';
import { importCurl } from './import-curl.ts';
import { splitCommand } from './split-command.ts';

const token = (host: string) => `{{secrets.${host}_TOKEN}}`;

describe('commands from the documentation of known APIs', () => {
  it('reads GitHub: continued lines, -L, a stand-in for the token', () => {
    const { request, secretsFound, notes, inputs } = importCurl(`curl -L \\
  -X POST \\
  -H "Accept: application/vnd.github+json" \\
  -H "Authorization: Bearer <YOUR-TOKEN>" \\
  -H "X-GitHub-Api-Version: 2022-11-28" \\
  https://api.github.com/repos/{owner}/{repo}/issues \\
  -d '{"title":"Found a bug","labels":["bug"]}'`);
    expect(request).toEqual({
      method: 'POST',
      url: 'https://api.github.com/repos/{{owner}}/{{repo}}/issues',
      query: [],
      headers: [
        { name: 'Accept', value: 'application/vnd.github+json' },
        { name: 'Authorization', value: `Bearer ${token('API_GITHUB_COM')}` },
        { name: 'X-GitHub-Api-Version', value: '2022-11-28' },
      ],
      body: { type: 'json', value: '{"title":"Found a bug","labels":["bug"]}' },
    });
    expect(inputs.map(({ name }) => name)).toEqual(['owner', 'repo']);
    expect(secretsFound).toEqual([
      { name: 'API_GITHUB_COM_TOKEN', where: 'header Authorization', value: null },
    ]);
    expect(notes.join()).toMatch(/redirects are not followed.*looks like JSON/);
  });

  it('reads Stripe: a key as the user, fields with brackets', () => {
    const { request, secretsFound } = importCurl(
      'curl https://api.stripe.com/v1/customers -u "sk_test_4eC39HqLyjWDarjtT1zdp7dc:" ' +
        '-d "name=Jenny Rosen" --data-urlencode "email=jenny+1@example.com" -d "metadata[order_id]"=6735',
    );
    expect(request.method).toBe('POST');
    expect(request.headers).toEqual([
      { name: 'Authorization', value: 'Basic {{secrets.API_STRIPE_COM_BASIC}}' },
    ]);
    expect(request.body).toEqual({
      type: 'form',
      value: [
        { name: 'name', value: 'Jenny Rosen' },
        { name: 'email', value: 'jenny+1@example.com' },
        { name: 'metadata[order_id]', value: '6735' },
      ],
    });
    expect(secretsFound[0]?.value).toBe(btoa('sk_test_4eC39HqLyjWDarjtT1zdp7dc:'));
  });

  it('reads Shopify: a key in a header of its own, a GraphQL body', () => {
    const { request, secretsFound } = importCurl(`curl -X POST \\
https://your-development-store.myshopify.com/admin/api/2026-01/graphql.json \\
-H 'Content-Type: application/json' \\
-H 'X-Shopify-Access-Token: {access_token}' \\
-d '{
"query": "query { shop { name } }"
}'`);
    expect(request.headers).toEqual([
      {
        name: 'X-Shopify-Access-Token',
        value: '{{secrets.SHOPIFY_ACCESS_TOKEN}}',
      },
    ]);
    expect(request.body).toEqual({ type: 'json', value: '{\n"query": "query { shop { name } }"\n}' });
    expect(secretsFound[0]?.value).toBeNull();
  });

  it('reads Slack: a webhook, whose address is the secret, is told', () => {
    const { request, notes } = importCurl(
      `curl -X POST -H 'Content-type: application/json' --data '{"text":"Hello, World!"}' ` +
        'https://hooks.slack.com/services/T00000000/B00000000/aBcDeFgHiJkLmN0pQrStUvWx',
    );
    expect(request.headers).toEqual([]);
    expect(notes.join()).toMatch(/address itself seems to hold a secret/);
  });

  it('reads OpenAI: a variable for the key', () => {
    const { request, secretsFound } = importCurl(`curl https://api.openai.com/v1/responses \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Bearer $OPENAI_API_KEY" \\
  -d '{ "model": "gpt-x", "input": "Say hi" }'`);
    expect(request.headers).toEqual([{ name: 'Authorization', value: 'Bearer {{secrets.OPENAI_API_KEY}}' }]);
    expect(secretsFound).toEqual([{ name: 'OPENAI_API_KEY', where: 'header Authorization', value: null }]);
  });

  it('reads Twilio: variables in the path, and for the password', () => {
    const { request, inputs, secretsFound, notes } = importCurl(
      `curl -X POST "https://api.twilio.com/2010-04-01/Accounts/$TWILIO_ACCOUNT_SID/Messages.json" \\
--data-urlencode "Body=Hi there" \\
--data-urlencode "To=+15558675310" \\
-u $TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN`,
    );
    expect(request.url).toBe(
      'https://api.twilio.com/2010-04-01/Accounts/{{TWILIO_ACCOUNT_SID}}/Messages.json',
    );
    expect(request.body).toMatchObject({
      value: [{ value: 'Hi there' }, { name: 'To', value: '+15558675310' }],
    });
    expect(inputs.map(({ name }) => name)).toEqual(['TWILIO_ACCOUNT_SID']);
    expect(secretsFound).toEqual([
      { name: 'API_TWILIO_COM_BASIC', where: 'header Authorization', value: null },
    ]);
    expect(notes.join()).toMatch(/name:password/);
  });

  it('reads what Postman writes: --location, variables in braces', () => {
    const { request, inputs } = importCurl(
      `curl --location --globoff --request PATCH 'https://api.example.com/orders/{{order-id}}?notify={{notify?}}' \\
--header 'Content-Type: application/json' \\
--header 'x-api-key: 8a7b6c5d4e3f' \\
--data-raw '{
    "city": "{{city}}",
    "floor": {{floor}},
    "note": "keeps {braces} and {{#if x}}"
}'`,
    );
    expect(request).toEqual({
      method: 'PATCH',
      url: 'https://api.example.com/orders/{{order_id}}',
      query: [{ name: 'notify', value: '{{notify?}}' }],
      headers: [{ name: 'x-api-key', value: '{{secrets.API_EXAMPLE_COM_API_KEY}}' }],
      body: {
        type: 'json',
        value:
          '{\n    "city": "{{city}}",\n    "floor": {{floor}},\n    "note": "keeps {braces} and \\\\{{#if x}}"\n}',
      },
    });
    expect(inputs).toMatchObject([
      { name: 'order_id', description: '(order-id)', required: true },
      { name: 'notify', required: false },
      { name: 'city' },
      { name: 'floor' },
    ]);
  });

  it("reads what Chrome copies: $'…', its own headers dropped, the cookie a secret", () => {
    const { request, secretsFound, notes } = importCurl(
      `curl 'https://shop.example.com/api/cart?id=1&tag=a%20b' \\
  -H 'accept: application/json' \\
  -H 'accept-language: de,en;q=0.9' \\
  -b 'sid=abc; theme=dark' \\
  -H 'content-type: application/json' \\
  -H 'origin: https://shop.example.com' \\
  -H 'priority: u=1, i' \\
  -H 'sec-ch-ua: "Chromium";v="153"' \\
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)' \\
  --data-raw $'{"note":"don\\'t \\u0021 caf\\xe9 \\xc3\\xa9","line":"a\\\\nb"}'`,
    );
    expect(request).toEqual({
      method: 'POST',
      url: 'https://shop.example.com/api/cart',
      query: [
        { name: 'id', value: '1' },
        { name: 'tag', value: 'a b' },
      ],
      headers: [
        { name: 'accept', value: 'application/json' },
        { name: 'Cookie', value: '{{secrets.SHOP_EXAMPLE_COM_COOKIE}}' },
      ],
      body: { type: 'json', value: '{"note":"don\'t ! café é","line":"a\\nb"}' },
    });
    expect(secretsFound).toEqual([
      { name: 'SHOP_EXAMPLE_COM_COOKIE', where: 'header Cookie', value: 'sid=abc; theme=dark' },
    ]);
    expect(notes.join(' ')).toMatch(/accept-language, origin, priority, sec-ch-ua, user-agent.*browser/s);
  });
});

describe('the options of cURL', () => {
  it.each<[string, object]>([
    ['curl https://a.example/x', { method: 'GET', url: 'https://a.example/x', body: { type: 'none' } }],
    ['curl a.example', { url: 'https://a.example/' }],
    ['$ curl -sSLXPUT https://a.example', { method: 'PUT' }],
    [
      '/usr/bin/curl.exe --url https://a.example/x --compressed -o /dev/null -m 5',
      { url: 'https://a.example/x' },
    ],
    ['curl --request=DELETE https://a.example', { method: 'DELETE' }],
    ['curl -I https://a.example', { method: 'HEAD' }],
    [
      'curl -G https://a.example/s -d q=a+b --data-urlencode "r=1&2" -d flag',
      {
        method: 'GET',
        url: 'https://a.example/s?flag',
        query: [
          { name: 'q', value: 'a b' },
          { name: 'r', value: '1&2' },
        ],
        body: { type: 'none' },
      },
    ],
    [
      'curl https://a.example/s?q=1#part --url-query "r=a b"',
      {
        url: 'https://a.example/s',
        query: [
          { name: 'q', value: '1' },
          { name: 'r', value: 'a b' },
        ],
      },
    ],
    [
      'curl --json \'{"a":1}\' https://a.example',
      {
        headers: [{ name: 'Accept', value: 'application/json' }],
        body: { type: 'json', value: '{"a":1}' },
      },
    ],
    [
      'curl -F name=Ann -F \'bio="a;b";type=text/plain\' https://a.example',
      {
        method: 'POST',
        body: {
          type: 'form',
          value: [
            { name: 'name', value: 'Ann' },
            { name: 'bio', value: 'a;b' },
          ],
        },
      },
    ],
    [
      'curl -H "Content-Type: text/xml" -d "<a>{{x}}</a>" https://a.example',
      {
        headers: [{ name: 'Content-Type', value: 'text/xml' }],
        body: { type: 'text', value: '<a>{{x}}</a>' },
      },
    ],
    [
      'curl -d hello https://a.example',
      {
        headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
        body: { type: 'text', value: 'hello' },
      },
    ],
    [
      'curl -H "Content-Type: application/vnd.api+json" -d \'{"a":"\\"{{b}}"}\' https://a.example',
      {
        headers: [{ name: 'Content-Type', value: 'application/vnd.api+json' }],
        body: { type: 'json', value: '{"a":"\\"{{b}}"}' },
      },
    ],
    [
      'curl -A Shop/1 -e https://s.example -H "X-Empty;" -H "Accept:" https://a.example',
      {
        headers: [
          { name: 'User-Agent', value: 'Shop/1' },
          { name: 'Referer', value: 'https://s.example' },
          { name: 'X-Empty', value: '' },
        ],
      },
    ],
    [
      'curl --oauth2-bearer $TOKEN https://a.example',
      {
        headers: [{ name: 'Authorization', value: 'Bearer {{secrets.A_EXAMPLE_TOKEN}}' }],
      },
    ],
    [
      'curl "https://a.example/o/:id/<line>/v1:go" # as documented',
      {
        url: 'https://a.example/o/{{id}}/{{line}}/v1:go',
      },
    ],
    ['curl https://a.example/größe/a%2Fb', { url: 'https://a.example/gr%C3%B6%C3%9Fe/a%2Fb' }],
    [
      'curl "https://a.example/s?api_key=k123&q=<search term>"',
      {
        query: [
          { name: 'api_key', value: '{{secrets.A_EXAMPLE_API_KEY}}' },
          { name: 'q', value: '{{search_term}}' },
        ],
      },
    ],
    ['curl https://a.example\n  -H "A: b"\n', { headers: [{ name: 'A', value: 'b' }] }],
  ])('%s', (command, request) => {
    expect(importCurl(command).request).toMatchObject(request);
  });

  it.each([
    ['', /must begin with the word curl/],
    ['http POST a.example x=1', /must begin with the word curl/],
    ['curl', /no address/],
    ['curl https://a.example; rm -rf /', /second command/],
    ['curl https://a.example | jq', /pipe/],
    ['curl https://a.example > out', /redirect/],
    ['curl https://a.example\ncurl https://b.example', /more than one command/],
    ['curl https://a.example?a=1&b=2', /quotation marks/],
    ['curl "https://a.example/$(id)"', /runs another one/],
    ['curl https://a.example/`id`', /runs another one/],
    ['curl -d "a=`id`" https://a.example', /runs another one/],
    [`curl -d "\${A:-b}" https://a.example`, /variable must be plain/],
    ['curl -d @body.json https://a.example', /-d reads a file/],
    ['curl --data-urlencode name@file https://a.example', /reads a file/],
    ['curl -F file=@x.png https://a.example', /-F sends a file/],
    ['curl -T x.png https://a.example', /Files cannot be sent/],
    ['curl -b cookies.txt https://a.example', /reads a file/],
    ['curl https://a.example --next https://b.example', /--next/],
    ['curl https://a.example https://b.example', /two addresses/],
    ['curl --frobnicate https://a.example', /--frobnicate is not known/],
    ['curl -sÜ https://a.example', /-Ü is not known/],
    ['curl https://a.example -H', /-H has no value/],
    ['curl -H "no colon" https://a.example', /no colon/],
    ['curl -H "X: ü" https://a.example', /plain ASCII/],
    ['curl -X BREW https://a.example', /method must be/],
    ['curl "{{baseUrl}}/orders"', /host of the address is a placeholder/],
    ['curl $BASE/orders', /host of the address is a placeholder/],
    ['curl https://{sub}.example.com/', /host of the address is a placeholder/],
    ['curl file:///etc/passwd', /https:\/\/ or http/],
    ['curl "https://a.example/{1,2}"', /several ones/],
    ['curl "https://a.example/{{secrets.X}}"', /secret cannot stand in the path/],
    ['curl "https://a.example/?{{x}}=1"', /name of a parameter/],
    ['curl "https://a.example', /never closed/],
    ['curl “https://a.example”', /curly/],
    ['curl ^"https://a.example^" ^\r\n  -H ^"a: b^"', /Copy as cURL \(bash\)/],
    ['Invoke-WebRequest -UseBasicParsing -Uri "https://a.example" `\n-Method "POST"', /PowerShell/],
  ])('refuses %j', (command, message) => {
    expect(() => importCurl(command)).toThrow(message);
    expect(() => importCurl(command)).toThrow(AppError);
  });
});

describe('secrets', () => {
  it.each([
    ['-H "Authorization: Bearer s3cr3t-value"', 'header Authorization'],
    ['-H "Authorization: token s3cr3t-value"', 'header Authorization'],
    ['-H "Authorization: s3cr3t-value"', 'header Authorization'],
    ['-H "X-API-Key: s3cr3t-value"', 'header X-API-Key'],
    ['-H "DD-APPLICATION-KEY: s3cr3t-value"', 'header DD-APPLICATION-KEY'],
    ['-H "X-Auth-Token: s3cr3t-value"', 'header X-Auth-Token'],
    ['-b "s=s3cr3t-value"', 'header Cookie'],
    ['--url-query access_token=s3cr3t-value', 'query access_token'],
    ['-d client_secret=s3cr3t-value', 'form client_secret'],
    [`--json '{"a":{"apiKey" : "s3cr3t-value"}}'`, 'body apiKey'],
    [`--json '{"login":{"password":"s3cr3t-value"}}'`, 'body password'],
  ])('takes it out of %s, and shows it once', (option, where) => {
    const { secretsFound, request, notes, inputs } = importCurl(`curl https://a.example ${option}`);
    expect(secretsFound).toMatchObject([{ where }]);
    expect(secretsFound[0]?.value).toContain('s3cr3t-value');
    expect(JSON.stringify({ request, notes, inputs })).not.toContain('s3cr3t');
    expect(JSON.stringify(request)).toContain(`{{secrets.${secretsFound[0]?.name}}}`);
  });

  it('takes name and password out of the address', () => {
    const { request, secretsFound } = importCurl('curl https://ann:s3cr3t@a.example/x');
    expect(request.url).toBe('https://a.example/x');
    expect(secretsFound[0]?.value).toBe(btoa('ann:s3cr3t'));
  });

  it('leaves what only sounds like one', () => {
    const { secretsFound } = importCurl(
      `curl "https://a.example?page_token=abc&key=color" -H "Idempotency-Key: 1" --json '{"max_tokens":5,"public_key":"x"}'`,
    );
    expect(secretsFound).toEqual([]);
  });

  it('never quotes them in an error', () => {
    for (const text of [
      'curl -H "s3cr3t" a.example',
      'curl a.example "s3cr3t"',
      'curl -H "A: s3cr3tü" a.example',
    ]) {
      expect(() => importCurl(text)).toThrow(AppError);
      expect(() => importCurl(text)).not.toThrow(/s3cr3t/);
    }
  });
});

describe('any text at all', () => {
  it('is split into the words that a shell would make of it', () => {
    const anyWord = fc.string({ unit: 'binary-ascii', maxLength: 20 }).filter((word) => !/[\0\r]/.test(word));
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1 }), (words) => {
        const quoted = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
        expect(splitCommand(quoted)).toEqual(words);
      }),
      { numRuns: rounds(300, 20_000) },
    );
  });

  it('splits what shell-quote quotes', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab $"\'\\#&;?*=/:{}'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(splitCommand(quote(words))).toEqual(words);
      }),
      { numRuns: rounds(300, 20_000) },
    );
  });

  it('ends in a request or in a plain refusal', () => {
    const piece = fc.constantFrom(
      ...[
        'curl ',
        'https://a.example/',
        '-H ',
        '-d ',
        '-u ',
        '--json ',
        '-F ',
        ' -G ',
        '"',
        "'",
        "$'",
        '\\',
        '\n',
      ],
      ...[
        '{{',
        '}}',
        '{',
        '}',
        '$X',
        '<a>',
        ':id',
        '@',
        '=',
        '&',
        '?',
        '#',
        'Authorization: ',
        'token',
        '\\u00e9',
        '"a":',
      ],
    );
    const text = fc.array(
      fc.oneof({ weight: 4, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 5 })),
    );
    fc.assert(
      fc.property(text, (parts) => {
        try {
          importCurl(`curl https://a.example ${parts.join('')}`);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: rounds(2_000, 100_000) },
    );
  });

  it.each([
    '{',
    '{{',
    '\\',
    '"',
    "'",
    '$',
    '-',
    '\n',
    '`',
    '#',
    '\\\n',
    ' :',
    '[1',
    '%',
    '{{a',
    '<a',
    '\\x41',
    '=',
    'a:',
  ])('is read in no time, though it is %j a hundred thousand times', (part) => {
    const long = part.repeat(Math.floor(100_000 / part.length));
    const started = performance.now();
    for (const text of [
      `curl ${long}`,
      `curl https://a.example/'${long}'`,
      `curl a.example -d $'${long}'`,
      `curl a.example --json '"${long}"'`,
    ])
      try {
        importCurl(text);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
