import { inspect } from 'node:util';
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type FakeAnswer,
  type FakeModel,
  startFakeModel,
} from '../../../../tests/harness/fake-model-server.ts';
import { scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import { type ModelSetting, modelSchema } from '../../../contract/model.ts';
import { AppError } from '../../platform/errors.ts';
import { createLog } from '../../platform/log.ts';
import type { ModelUse } from '../budget/count-usage.ts';
import { createModels } from './create-models.ts';
import type { ModelDefaults } from './find-endpoint.ts';
import { ModelError, type ModelFault } from './model-error.ts';

const KEY = 'sk-planted+secret/4711';
const providers = ['openai', 'anthropic', 'google', 'openai-compatible'] as const;
const secretHeaders = { openai: 'authorization', anthropic: 'x-api-key', google: 'x-goog-api-key' } as const;
const NO_DEFAULTS: ModelDefaults = {
  openaiKey: undefined,
  anthropicKey: undefined,
  googleKey: undefined,
  openaiBaseUrl: undefined,
};

let fake: FakeModel;
let uses: ModelUse[] = [];
let revealed: string[] = [];
let waits: number[] = [];

beforeAll(async () => {
  fake = await startFakeModel();
});
afterAll(() => fake.close());
afterEach(() => {
  uses = [];
  revealed = [];
  waits = [];
});

function makeModels(defaults: Partial<ModelDefaults> = {}, fetchFor = () => fetch) {
  return createModels({
    builtin: scriptedModel(() => [{ say: 'From the house.' }]),
    fetchFor,
    async revealSecret(workspaceId, name, host) {
      revealed.push(`${workspaceId}/${name}/${host}`);
      if (name === 'MISSING')
        throw new AppError('invalid', { publicMessage: 'There is no secret “MISSING”.' });
      return KEY;
    },
    defaults: { ...NO_DEFAULTS, ...defaults },
    onUsage: (use) => uses.push(use),
    log: createLog('silent'),
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
}

const setting = (provider: (typeof providers)[number], more: object = {}): ModelSetting =>
  modelSchema.parse({ provider, model: 'fake', baseUrl: fake.baseUrl, secret: 'LLM_KEY', ...more });

const agentWith = (model: ModelSetting) => ({ id: 'agent', workspaceId: 'space', model });

const QUESTION: LanguageModelV4CallOptions = {
  prompt: [
    { role: 'system', content: 'Be brief.', providerOptions: { bellhop: { agentName: 'Ada' } } },
    { role: 'user', content: [{ type: 'text', text: 'Where is my order?' }] },
  ],
  tools: [
    {
      type: 'function',
      name: 'look_up',
      description: 'Looks up an order.',
      inputSchema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
    },
  ],
  providerOptions: { bellhop: { turnId: 'turn-1' } },
};

async function ask(model: LanguageModelV4, options: LanguageModelV4CallOptions = QUESTION) {
  const { stream } = await model.doStream(options);
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream as unknown as AsyncIterable<LanguageModelV4StreamPart>) parts.push(part);
  return {
    text: parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join(''),
    calls: parts.flatMap((part) =>
      part.type === 'tool-call' ? [[part.toolName, JSON.parse(part.input)]] : [],
    ),
    finish: parts.find((part) => part.type === 'finish'),
  };
}

async function failureOf(work: Promise<unknown>): Promise<ModelError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ModelError);
  return error as ModelError;
}

describe.each(providers)('%s', (provider) => {
  const resolve = (more: object = {}) => makeModels().resolve(agentWith(setting(provider, more)));

  it('streams words and a tool call, and its use is counted for the turn', async () => {
    fake.follow({ say: ['Let me ', 'look.'], call: { name: 'look_up', input: '{"id":"A-1001"}' } });
    const answer = await ask(resolve({ price: { input: 2, output: 10 } }));
    expect(answer.text).toBe('Let me look.');
    expect(answer.calls).toEqual([['look_up', { id: 'A-1001' }]]);
    expect(uses).toEqual([
      {
        workspaceId: 'space',
        turnId: 'turn-1',
        model: `${provider}/fake`,
        inputTokens: 100,
        outputTokens: 20,
        costMicros: 400,
      },
    ]);
  });

  it('gets the secret of the address’ host as its key, and nothing that is Bellhop’s own', async () => {
    fake.follow({ say: ['Hello.'] });
    await ask(resolve());
    expect(revealed).toEqual([`space/LLM_KEY/${fake.host}`]);
    const header = provider === 'openai-compatible' ? 'authorization' : secretHeaders[provider];
    expect(fake.requests[0]?.headers[header]).toContain(KEY);
    expect(JSON.stringify(fake.requests[0]?.body)).not.toMatch(/bellhop|turn-1|agentName/);
  });

  it.each<[string, FakeAnswer, ModelFault]>([
    ['a wrong key', { status: 401, message: `Incorrect API key: ${KEY}` }, 'wrong_key'],
    ['a key that may not', { status: 403, message: `Not for ${KEY}` }, 'wrong_key'],
    ['a model that is not there', { status: 404, message: 'no such model' }, 'no_model'],
    ['no credit', { status: 400, message: 'Your credit balance is too low' }, 'no_credit'],
    ['a request it does not take', { status: 400, message: `tools? ${encodeURIComponent(KEY)}` }, 'refused'],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'refused'],
  ])('%s is said plainly at once, without the key', async (_, answer, reason) => {
    fake.follow(answer);
    const error = await failureOf(ask(resolve()));
    expect(error.reason).toBe(reason);
    expect(fake.requests).toHaveLength(1);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(KEY);
    expect(inspect(error, { depth: 20 })).not.toContain(encodeURIComponent(KEY));
  });

  it('is asked again after an error of its own', async () => {
    fake.follow({ status: 500 }, { status: 529 }, { say: ['Here.'] });
    expect((await ask(resolve())).text).toBe('Here.');
    expect(fake.requests).toHaveLength(3);
    fake.follow({ status: 500 }, { status: 500 }, { status: 500 }, { say: ['Too late.'] });
    expect((await failureOf(ask(resolve()))).reason).toBe('failing');
  });

  it('is left alone for as long as it says when it is asked too often', async () => {
    fake.follow({ status: 429, headers: { 'retry-after': '3' } }, { say: ['Here.'] });
    expect((await ask(resolve())).text).toBe('Here.');
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(3_000);
    fake.follow({ status: 429, headers: { 'retry-after': '60' } });
    expect((await failureOf(ask(resolve()))).reason).toBe('rate_limited');
    expect(fake.requests).toHaveLength(1);
  });

  it.each<[string, FakeAnswer]>([
    ['ends without its end', { say: [], ends: 'end' }],
    ['breaks off', { say: [], ends: 'reset' }],
    [
      'breaks off in the arguments of a tool',
      { say: [], call: { name: 'look_up', input: '{"id":"A-1', cut: true }, ends: 'end' },
    ],
    ['is no JSON', { raw: 'data: {"choices":[{"del\n\n' }],
    ['is a web page', { raw: '<html>Welcome</html>', type: 'text/html' }],
  ])('an answer that %s before it says anything is asked for again', async (_, answer) => {
    fake.follow(answer, { say: ['Here.'] });
    const { text, calls } = await ask(resolve());
    expect(text).toBe('Here.');
    expect(calls).toEqual([]);
  });

  it.each(['end', 'reset'] as const)(
    'words whose end is missing (%s) end as an error, not as an answer',
    async (ends) => {
      fake.follow({ say: ['The order is'], ends });
      const error = await failureOf(ask(resolve()));
      expect(error.reason).toBe('bad_answer');
      expect(error.ownerMessage).toContain('broke off');
      expect(fake.requests).toHaveLength(1);
      expect(uses).toHaveLength(1);
      expect(uses[0]?.inputTokens).toBeGreaterThan(10);
    },
  );

  it('a question that is withdrawn ends with its reason, and is counted all the same', async () => {
    fake.follow({ say: ['Well,'], ends: 'stall' });
    const abort = new AbortController();
    const { stream } = await resolve().doStream({ ...QUESTION, abortSignal: abort.signal });
    const reader = stream.getReader();
    const reason = new Error('the conversation moved on');
    abort.abort(reason);
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toBe(reason);
    expect(uses).toHaveLength(1);
    expect(uses[0]?.outputTokens).toBeGreaterThan(0);
  });

  it('the test of its key answers in words', async () => {
    const models = makeModels();
    fake.follow({ say: ['I am here.'] });
    expect(await models.test('space', setting(provider))).toMatchObject({ ok: true, reply: 'I am here.' });
    fake.follow({ status: 401, message: 'bad key' });
    expect(await models.test('space', setting(provider))).toEqual({
      ok: false,
      reason: 'wrong_key',
      message: `The model server at ${fake.host} says that the key is wrong. Paste “LLM_KEY” again under Secrets.`,
    });
    expect(fake.requests).toHaveLength(1);
  });
});

describe('a fallback', () => {
  const withFallback = (fallback: unknown) => setting('openai-compatible', { fallback });

  it('answers when the model fails before it has said anything, and only then', async () => {
    const model = makeModels().resolve(agentWith(withFallback({ provider: 'builtin' })));
    fake.follow({ status: 401 });
    expect((await ask(model)).text).toBe('From the house.');
    fake.follow({ say: ['The order'], ends: 'end' });
    expect((await failureOf(ask(model))).reason).toBe('bad_answer');
  });

  it('may be another model', async () => {
    const other = { provider: 'anthropic', model: 'other', baseUrl: fake.baseUrl };
    fake.follow({ status: 404 }, { say: ['From afar.'] });
    expect((await ask(makeModels().resolve(agentWith(withFallback(other))))).text).toBe('From afar.');
    expect(fake.requests.map(({ path }) => path)).toEqual(['/v1/chat/completions', '/v1/messages']);
  });

  it('does not wait for a provider that wants to be left alone for long', async () => {
    const model = makeModels().resolve(agentWith(withFallback({ provider: 'builtin' })));
    fake.follow({ status: 429, headers: { 'retry-after': '5' } });
    expect((await ask(model)).text).toBe('From the house.');
    expect(fake.requests).toHaveLength(1);
  });

  it('answers at once, without asking a model that is down again and again', async () => {
    const model = makeModels().resolve(agentWith(withFallback({ provider: 'builtin' })));
    fake.follow({ status: 429, headers: { 'retry-after': '5' } });
    for (let turn = 0; turn < 6; turn++) expect((await ask(model)).text).toBe('From the house.');
    expect(fake.requests).toHaveLength(3);
  });

  it('that costs nothing is known to a workspace over its budget', () => {
    const models = makeModels();
    expect(models.resolveFree(agentWith(withFallback({ provider: 'builtin' })))?.provider).toBeDefined();
    expect(models.resolveFree(agentWith({ provider: 'builtin' }))).not.toBeNull();
    expect(models.resolveFree(agentWith(withFallback(null)))).toBeNull();
    expect(models.resolveFree(agentWith(setting('google')))).toBeNull();
  });
});

describe('keys and addresses', () => {
  const local = (more: object) => modelSchema.parse({ provider: 'openai', model: 'fake', ...more });

  it('the operator’s key goes to the provider’s own address and to OPENAI_BASE_URL, nowhere else', async () => {
    const models = makeModels({ openaiKey: 'sk-operator', openaiBaseUrl: `${fake.baseUrl}/` });
    fake.follow({ say: ['Hello.'] });
    await ask(models.resolve(agentWith(local({}))));
    await ask(models.resolve(agentWith(local({ provider: 'openai-compatible', baseUrl: fake.baseUrl }))));
    expect(fake.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer sk-operator',
      'Bearer sk-operator',
    ]);
    const elsewhere = await startFakeModel({ say: ['Hello.'] });
    for (const provider of providers)
      await ask(models.resolve(agentWith(local({ provider, baseUrl: elsewhere.baseUrl }))));
    expect(JSON.stringify(elsewhere.requests)).not.toContain('sk-operator');
    expect(elsewhere.requests).toHaveLength(4);
    await elsewhere.close();
  });

  it('no key where one is needed is told before anything is sent', async () => {
    const noFetch = () => () => Promise.reject(new Error('nothing may be sent'));
    for (const provider of ['openai', 'anthropic', 'google'] as const) {
      const error = await failureOf(ask(makeModels({}, noFetch).resolve(agentWith(local({ provider })))));
      expect(error.reason).toBe('no_key');
      expect(error.ownerMessage).toMatch(/needs a key.+Secrets.+_API_KEY/);
    }
  });

  it('a model without an address, or a secret that cannot be used, is told', async () => {
    const models = makeModels();
    const error = await failureOf(ask(models.resolve(agentWith(local({ provider: 'openai-compatible' })))));
    expect(error.reason).toBe('no_address');
    const missing = await failureOf(ask(models.resolve(agentWith(setting('openai', { secret: 'MISSING' })))));
    expect(missing.reason).toBe('no_key');
    expect(missing.ownerMessage).toContain('There is no secret “MISSING”.');
  });

  it('a setting that could never answer is refused where it is made, with the place and the next step', async () => {
    const problemsOf = async (model: ModelSetting, defaults: Partial<ModelDefaults> = {}) =>
      makeModels(defaults)
        .check('space', model)
        .then(
          () => null,
          (error: AppError) => error.details?.map(({ path, message }) => `${path}: ${message}`),
        );
    const bare = local({ provider: 'openai-compatible' });
    expect(await problemsOf(bare)).toEqual([expect.stringMatching(/^model\.baseUrl: .+Give the base URL/)]);
    const unplaced = { provider: 'openai-compatible', model: 'x' };
    expect(await problemsOf(local({ secret: 'KEY', fallback: unplaced }))).toEqual([
      expect.stringMatching(/^model\.fallback\.baseUrl: /),
    ]);
    expect(await problemsOf(setting('openai', { secret: 'MISSING' }))).toEqual([
      'model.secret: There is no secret “MISSING”.',
    ]);
    expect(await problemsOf(local({ provider: 'anthropic', baseUrl: undefined }))).toEqual([
      expect.stringMatching(/^model\.secret: Anthropic needs a key.+Secrets.+ANTHROPIC_API_KEY/),
    ]);
    for (const good of [
      setting('openai'),
      local({ baseUrl: fake.baseUrl }),
      { provider: 'builtin' } as const,
    ])
      expect(await problemsOf(good)).toBeNull();
    expect(await problemsOf(bare, { openaiBaseUrl: fake.baseUrl })).toBeNull();
    const own = local({ provider: 'anthropic', baseUrl: undefined });
    expect(await problemsOf(own, { anthropicKey: KEY })).toBeNull();
  });

  it('a server that is not there is named', async () => {
    const gone = await startFakeModel();
    await gone.close();
    const model = makeModels();
    const result = await model.test('space', local({ baseUrl: gone.baseUrl, secret: 'LLM_KEY' }));
    expect(result).toMatchObject({ ok: false, reason: 'unreachable' });
    expect(result).toHaveProperty('message', expect.stringContaining(gone.host));
  });

  it('an address that the way out refuses is told with the way to permit it', async () => {
    const refuse = () => () =>
      Promise.reject(
        Object.assign(new Error('no'), { name: 'EgressError', kind: 'blocked', reason: 'ip_private' }),
      );
    const error = await failureOf(ask(makeModels({}, refuse).resolve(agentWith(setting('openai')))));
    expect(error.reason).toBe('blocked');
    expect(error.ownerMessage).toContain('EGRESS_ALLOW');
  });

  it('the way out is told whose address it is', async () => {
    const calls: unknown[] = [];
    const models = createModels({
      builtin: scriptedModel(() => []),
      fetchFor: (call) => {
        calls.push(call);
        return fetch;
      },
      revealSecret: async () => KEY,
      defaults: { ...NO_DEFAULTS, openaiBaseUrl: fake.baseUrl },
      onUsage: () => {},
      log: createLog('silent'),
    });
    fake.follow({ say: ['Hello.'] });
    await ask(models.resolve(agentWith(local({}))));
    await ask(models.resolve(agentWith(setting('anthropic'))));
    expect(calls).toEqual([
      { workspaceId: 'space', isOperatorAddress: true, hasSecret: false },
      { workspaceId: 'space', isOperatorAddress: false, hasSecret: true },
    ]);
  });

  it('an agent gets the same model for the same settings, and another one for others', () => {
    const models = makeModels();
    const model = setting('openai');
    expect(models.resolve(agentWith(model))).toBe(models.resolve(agentWith({ ...model })));
    expect(models.resolve(agentWith(model))).not.toBe(
      models.resolve({ ...agentWith(model), workspaceId: 'another' }),
    );
    expect(models.resolve(agentWith(model))).not.toBe(models.resolve(agentWith(setting('google'))));
  });
});

describe('the use of a model', () => {
  it.each([
    ['is not told', null],
    ['is no number that can be', { input: -5, output: 1.5 }],
  ])('whose provider’s count %s is estimated', async (_, usage) => {
    fake.follow({ say: ['a'.repeat(300)], usage });
    await ask(makeModels().resolve(agentWith(setting('openai-compatible'))));
    expect(uses[0]?.outputTokens).toBe(100);
    expect(uses[0]?.inputTokens).toBeGreaterThan(20);
    expect(uses[0]?.costMicros).toBeGreaterThan(2_500);
  });

  it('without a price is counted high, and with the price 0 not at all', async () => {
    fake.follow({ say: ['Hello.'] });
    await ask(makeModels().resolve(agentWith(setting('openai'))));
    await ask(makeModels().resolve(agentWith(setting('openai', { price: { input: 0, output: 0 } }))));
    expect(uses.map(({ costMicros }) => costMicros)).toEqual([1_000, 0]);
  });

  it('is nothing where nothing was worked on', async () => {
    fake.follow({ status: 401 });
    await failureOf(ask(makeModels().resolve(agentWith(setting('openai')))));
    expect(uses).toEqual([]);
  });
});

it('a loop of tool calls is the turn’s to end: each answer stands for itself', async () => {
  fake.follow({ call: { name: 'look_up', input: '{"id":"A-1"}' } });
  const model = makeModels().resolve(agentWith(setting('openai')));
  for (let step = 0; step < 3; step++) expect((await ask(model)).calls).toHaveLength(1);
});
