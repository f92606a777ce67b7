import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWidget } from '../../../scripts/build-widget.mjs';
import { textColorOn } from '../../contract/widget/text-color.ts';
import { DEFAULT_LOOK } from '../../contract/widget/widget-look.ts';
import type { PublicAgent } from './public-agent.ts';
import { widgetPages } from './widget-pages.ts';

const agent: PublicAgent = {
  id: 'a1',
  name: 'Ada </script><script>alert(1)</script>',
  language: 'auto',
  widget: { ...DEFAULT_LOOK, title: '"><img src=x>', offsetX: 33 },
  allowedOrigins: [],
};
let app: Hono;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bellhop-pages-'));
  await buildWidget({ outdir: directory });
  app = widgetPages({
    assetsDirectory: directory,
    findAgent: async (id) =>
      id === agent.id
        ? agent
        : id === 'strict'
          ? { ...agent, allowedOrigins: ['https://shop.example'] }
          : null,
  });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe('/widget.js', () => {
  it('carries the agent, compressed as the browser likes, for any origin', async () => {
    const plain = await (await app.request('/widget.js?agent=a1')).text();
    expect(plain).toContain('"style":"right:33px;');
    const decode = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const [encoding, decompress] of Object.entries(decode)) {
      const response = await app.request('/widget.js?agent=a1', {
        headers: { 'accept-encoding': `${encoding}, x` },
      });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(decompress(Buffer.from(await response.arrayBuffer())).toString()).toBe(plain);
      expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(response.headers.get('cache-control')).toBe('public, max-age=300');
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
    }
  });

  it('is not sent again while it is the same', async () => {
    const etag = (await app.request('/widget.js?agent=a1')).headers.get('etag') ?? '';
    const response = await app.request('/widget.js?agent=a1', { headers: { 'if-none-match': etag } });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe('');
  });

  it('says in plain words that there is no such agent, and runs nothing', async () => {
    for (const path of ['/widget.js', '/widget.js?agent=*/alert(1)/*']) {
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toMatch(/^\/\* Bellhop: there is no such agent\.[^*]*\*\/\n$/);
    }
  });

  it('takes no encoding that the browser refuses', async () => {
    for (const header of ['br;q=0, gzip;q=0.0', 'identity', 'brotli'])
      expect(
        (await app.request('/widget.js?agent=a1', { headers: { 'accept-encoding': header } })).headers.get(
          'content-encoding',
        ),
      ).toBeNull();
  });
});

describe.each(['/widget/frame', '/c'])('%s', (path) => {
  it('lets nothing of the agent out of its place', async () => {
    const html = await (await app.request(`${path}/a1`)).text();
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain('<img');
    const config = /id="config">(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(config).agent.name).toBe(agent.name);
  });

  it('allows no script but its own, and only the allowed origins around it', async () => {
    const open = (await app.request(`${path}/a1`)).headers.get('content-security-policy');
    expect(open).toContain("default-src 'none'; script-src 'self';");
    expect(open).toContain('frame-ancestors *');
    expect(open).toContain("require-trusted-types-for 'script'");
    const strict = (await app.request(`${path}/strict`)).headers.get('content-security-policy');
    expect(strict).toContain("frame-ancestors 'self' https://shop.example;");
  });

  it('of an unknown agent is a plain page', async () => {
    const response = await app.request(`${path}/nobody`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no chat here');
  });
});

describe('/widget/assets', () => {
  it('are kept for good, under names that change with them', async () => {
    const html = await (await app.request('/c/a1')).text();
    const paths = [...html.matchAll(/"(\/widget\/assets\/[^"]+)"/g)].map(([, path]) => path as string);
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const plain = Buffer.from(await (await app.request(path)).arrayBuffer());
      const response = await app.request(path, { headers: { 'accept-encoding': 'gzip, br' } });
      expect(response.headers.get('cache-control')).toContain('immutable');
      expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer()))).toEqual(plain);
    }
  });

  it('are the files of the build and no others', async () => {
    for (const name of ['manifest.json', 'loader.js', '..%2f..%2fpackage.json', 'main.js'])
      expect((await app.request(`/widget/assets/${name}`)).status).toBe(404);
  });
});

it('a widget that was not built is an error with the next step', () => {
  expect(() => widgetPages({ assetsDirectory: '/nowhere', findAgent: async () => null })).toThrow(
    'npm run build',
  );
});

it('text can be read on every colour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const color = `#${number.toString(16).padStart(6, '0')}`;
      return contrast(color, textColorOn(color)) >= 4.5;
    }),
    { numRuns: 5_000 },
  );
  expect(textColorOn('#1d4ed8')).toBe('#fff');
  expect(textColorOn('#ffdd00')).toBe('#000');
});

/** Written apart from the code under test, with the thresholds of WCAG 2. */
function contrast(color: string, text: '#000' | '#fff'): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [r, g, b] = channels.map((value) =>
    value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * (r as number) + 0.7152 * (g as number) + 0.0722 * (b as number);
  return text === '#fff' ? 1.05 / (luminance + 0.05) : (luminance + 0.05) / 0.05;
}

it('the page of one card is for the dashboard alone, and can send nothing', async () => {
  const page = await app.request('/widget/preview/a1/card');
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toMatch(/connect-src|frame-src/);
  const text = await page.text();
  expect(text).toMatch(/src="\/widget\/assets\/card-page-[^"]+\.js"/);
  expect(text).not.toContain('<script>alert(1)');
  expect((await app.request('/widget/preview/none/card')).status).toBe(404);
});

describe('a preview', () => {
  const look = { ...DEFAULT_LOOK, color: '#123456', title: '</script><b>new' };
  const query = `preview=${encodeURIComponent(JSON.stringify({ look, greeting: 'Unsaved' }))}`;
  const own = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' };

  it('shows what is not saved, on a page, a launcher and a panel', async () => {
    const page = await app.request(`/widget/preview/a1?${query}&open=true`, { headers: own });
    const text = await page.text();
    expect(text).toContain('<script src="/widget.js?preview=%7B');
    expect(text).toContain("Bellhop('open')");
    expect(text).not.toContain('<b>new');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const loader = await app.request(`/widget.js?${query}&agent=a1`, { headers: own });
    expect(await loader.text()).toContain('--accent:#123456');
    expect(loader.headers.get('cache-control')).toBe('no-store');
    const panel = await (await app.request(`/widget/frame/a1?${query}`, { headers: own })).text();
    expect(panel).toContain('"greeting":"Unsaved"');
    expect(panel).not.toContain('<b>new');
  });

  it.each([
    ['a link', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }],
    ['an address that is opened', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'document' }],
    ['a program', {}],
  ])('puts no words of %s on this origin', async (_who, headers) => {
    expect((await app.request(`/widget/preview/a1?${query}`, { headers })).status).toBe(404);
    expect(await (await app.request(`/widget.js?${query}&agent=a1`, { headers })).text()).not.toContain(
      '#123456',
    );
    expect(await (await app.request(`/widget/frame/a1?${query}`, { headers })).text()).not.toContain(
      'Unsaved',
    );
  });

  it('that is no look is none', async () => {
    const bad = encodeURIComponent(JSON.stringify({ look: { ...look, color: 'red;x' }, greeting: '' }));
    expect((await app.request(`/widget/preview/a1?preview=${bad}`, { headers: own })).status).toBe(404);
    expect((await app.request('/widget/preview/a1?preview={', { headers: own })).status).toBe(404);
  });
});
