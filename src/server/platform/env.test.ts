import { describe, expect, it } from 'vitest';
import { parseEnv } from './env.ts';
import { StartError } from './start-error.ts';

describe('the settings', () => {
  it('all have defaults, and an empty value counts as none', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '' })).toEqual(parseEnv({}));
    expect(parseEnv({})).toMatchObject({ port: 3210, host: '127.0.0.1', rateLimit: true, trustProxy: 0 });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PUBLIC_URL', 'chat.example.com'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['BELLHOP_API_KEY', 'short'],
    ['RATE_LIMIT', 'maybe'],
    ['TRUST_PROXY', 'everyone'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s stops the start with one line that names it', (name, value) => {
    const error = (() => {
      try {
        parseEnv({ [name]: value });
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(StartError);
    expect((error as Error).message).toMatch(new RegExp(`^${name} cannot be used: .+\\.$`));
    expect((error as Error).message).not.toContain('\n');
  });

  it.each([
    ['2', 2],
    ['10.0.0.0/8, 192.0.2.1', ['10.0.0.0/8', '192.0.2.1']],
    ['loopback', ['loopback']],
  ])('TRUST_PROXY=%s is understood', (value, trustProxy) => {
    expect(parseEnv({ TRUST_PROXY: value }).trustProxy).toEqual(trustProxy);
  });

  it('the public address ends without a slash', () => {
    expect(parseEnv({ PUBLIC_URL: 'https://chat.example.com/' }).publicUrl).toBe('https://chat.example.com');
  });
});
