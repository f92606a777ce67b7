import { expect, it } from 'vitest';
import { modelSchema } from './model.ts';

it.each<[string, unknown]>([
  ['the built-in engine', { provider: 'builtin' }],
  ['a model with a key', { provider: 'openai', model: 'gpt-5-mini', secret: 'OPENAI_KEY' }],
  [
    'a model by its long name',
    {
      provider: 'openai-compatible',
      model: 'meta-llama/Llama-3.2:free',
      baseUrl: 'http://localhost:11434/v1',
    },
  ],
  ['a fallback', { provider: 'google', model: 'gemini-3', fallback: { provider: 'builtin' } }],
  [
    'no fallback',
    { provider: 'anthropic', model: 'claude-x', fallback: null, price: { input: 3, output: 15 } },
  ],
  [
    'another model as fallback',
    { provider: 'openai', model: 'a', fallback: { provider: 'anthropic', model: 'b' } },
  ],
])('%s is a setting, and is kept as it was given', (_, setting) => {
  expect(modelSchema.parse(setting)).toEqual(setting);
});

it.each<[string, unknown]>([
  ['an unknown provider', { provider: 'skynet', model: 'x' }],
  ['no model', { provider: 'openai' }],
  ['a model that leads elsewhere', { provider: 'google', model: '../../files' }],
  ['a model with a query', { provider: 'google', model: 'gemini?key=1' }],
  ['a key in the open', { provider: 'openai', model: 'x', apiKey: 'sk-1' }],
  ['an address with a password', { provider: 'openai', model: 'x', baseUrl: 'https://a:b@example.com' }],
  ['an address with a query', { provider: 'openai', model: 'x', baseUrl: 'https://example.com?a' }],
  ['an address of another kind', { provider: 'openai', model: 'x', baseUrl: 'file:///etc/passwd' }],
  ['a negative price', { provider: 'openai', model: 'x', price: { input: -1, output: 1 } }],
  [
    'a fallback of a fallback',
    { provider: 'openai', model: 'x', fallback: { provider: 'openai', model: 'y', fallback: null } },
  ],
])('%s is none', (_, setting) => {
  expect(modelSchema.safeParse(setting).success).toBe(false);
});
