import { expect, it } from 'vitest';
import { isBoundTo, normaliseHost } from './bound-host.ts';

it.each([
  ['API.Example.com', 'api.example.com'],
  ['api.example.com.', 'api.example.com'],
  ['api.example.com:08443', 'api.example.com:8443'],
  ['*.Example.com', '*.example.com'],
  ['*.example.com:8443', '*.example.com:8443'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['127.0.0.1:3210', '127.0.0.1:3210'],
  ['0x7f.1', '127.0.0.1'],
  ['[::1]:80', '[::1]:80'],
  ['[0:0:0:0:0:0:0:1]', '[::1]'],
  ['localhost', 'localhost'],
])('%s is the host %s', (text, host) => {
  expect(normaliseHost(text)).toBe(host);
});

it.each([
  '',
  '*',
  '*.',
  '*.com',
  '*.127.0.0.1',
  '*.[::1]',
  '**.example.com',
  'api.*.com',
  'https://api.example.com',
  'api.example.com/v1',
  'user@api.example.com',
  'api.example.com:0',
  'api.example.com:65536',
  'api.example.com:',
  'a b.example',
  'a..b',
  '.example.com',
  'example.com..',
  '::1',
  'a,b.example',
  'a%2eb.example',
  'a\\b.example',
  'a?b',
  'a#b',
])('%j is no host', (text) => {
  expect(normaliseHost(text)).toBeNull();
});

it.each([
  ['api.example.com', 'api.example.com'],
  ['api.example.com', 'API.EXAMPLE.COM'],
  ['api.example.com', 'api.example.com:8443'],
  ['api.example.com:8443', 'api.example.com:8443'],
  ['api.example.com:443', 'api.example.com'],
  ['*.example.com', 'api.example.com'],
  ['*.example.com', 'a.b.example.com:8443'],
  ['[::1]', '[::1]:9000'],
])('a secret of %s goes to %s', (bound, host) => {
  expect(isBoundTo(['first.example', bound], host)).toBe(true);
});

it.each([
  ['api.example.com', 'example.com'],
  ['api.example.com', 'evil-api.example.com'],
  ['api.example.com', 'api.example.com.evil.example'],
  ['api.example.com:8443', 'api.example.com'],
  ['api.example.com:8443', 'api.example.com:9000'],
  ['api.example.com:443', 'api.example.com:8443'],
  ['*.example.com', 'example.com'],
  ['*.example.com', 'evilexample.com'],
  ['*.example.com', '*.example.com'],
  ['api.example.com', 'evil.example/api.example.com'],
  ['api.example.com', ''],
])('a secret of %s does not go to %j', (bound, host) => {
  expect(isBoundTo([bound], host)).toBe(false);
});
