import { describe, expect, it } from 'vitest';
import { listCredentials, parseEnv } from './env.ts';
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
    ['BELLHOP_SECRET', 'short'],
    ['BELLHOP_SECRET', Buffer.alloc(31, 1).toString('base64')],
    ['BELLHOP_SECRET', Buffer.alloc(33, 1).toString('base64')],
    ['BELLHOP_SECRET', `${Buffer.alloc(32, 1).toString('base64')},`],
    ['EGRESS_PROXY', 'socks5://127.0.0.1:1080'],
    ['OPENAI_API_KEY', 'sk-one sk-two'],
    ['ANTHROPIC_API_KEY', 'key\n'],
    ['OPENAI_BASE_URL', 'api.openai.com'],
    ['CALENDLY_API_URL', 'api.calendly.com'],
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

  it('the address of a third party is the operator’s to change', () => {
    expect(parseEnv({}).connectionAddresses).toEqual({ calendly: {}, cal: {} });
    expect(parseEnv({ CALENDLY_API_URL: 'http://127.0.0.1:4411/' }).connectionAddresses).toEqual({
      calendly: { api: 'http://127.0.0.1:4411' },
      cal: {},
    });
  });

  it('EGRESS_ALLOW is a list, however it is separated', () => {
    const list = ['10.0.0.0/8', 'crm.internal:8443', '[fd00::1]'];
    const allow = parseEnv({ EGRESS_ALLOW: list.join(', ') }).egressAllow;
    expect(allow.map(({ port }) => port)).toEqual([null, 8443, null]);
    expect(parseEnv({ EGRESS_ALLOW: list.join(' ') }).egressAllow).toEqual(allow);
    expect(() => parseEnv({ EGRESS_ALLOW: 'crm.internal, %%%' })).toThrow(
      'EGRESS_ALLOW cannot be used: “%%%”',
    );
    expect(parseEnv({}).egressAllow).toEqual([]);
  });

  it('BELLHOP_SECRET may hold earlier ones, and a wrong one is not repeated in the message', () => {
    const secrets = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')).join(', ');
    expect(parseEnv({ BELLHOP_SECRET: secrets }).secret).toBe(secrets);
    expect(() => parseEnv({ BELLHOP_SECRET: 'my-password' })).toThrow(/^(?!.*my-password)/);
  });

  it('the credentials among them can be listed, to keep them out of the log', () => {
    const env = parseEnv({
      BELLHOP_API_KEY: 'a-key-of-the-operator',
      OPENAI_API_KEY: 'sk-openai',
      EGRESS_PROXY: 'http://me:p%40ss%zz@proxy.internal:3128',
    });
    expect(listCredentials(env)).toEqual(['a-key-of-the-operator', 'sk-openai', 'p@ss%zz']);
    expect(listCredentials(parseEnv({}))).toEqual([]);
  });

  it('the public address ends without a slash', () => {
    expect(parseEnv({ PUBLIC_URL: 'https://chat.example.com/' }).publicUrl).toBe('https://chat.example.com');
  });
});
