import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { PanelConfig } from '../../contract/widget/widget-config.ts';
import { createCompressor } from './compress-cached.ts';
import { panelHeaders } from './panel-headers.ts';
import { pickEncoding } from './pick-encoding.ts';
import { CARD_HEADERS } from './preview/card-headers.ts';
import { dress, readPreview } from './preview/read-preview.ts';
import { PREVIEW_HEADERS, renderPreviewPage } from './preview/render-preview-page.ts';
import type { FindAgent } from './public-agent.ts';
import { renderLoader } from './render-loader.ts';
import { renderPanelPage } from './render-panel-page.ts';
import { type Encoding, loadWidgetAssets } from './widget-assets.ts';

export interface WidgetPagesDeps {
  findAgent: FindAgent;
  /** Whose pages may be shown in the chat, by the agent's id; absent: nobody's. */
  findFrameOrigins?(agentId: string): Promise<string[]>;
  /** Where `scripts/build-widget.mjs` has written. */
  assetsDirectory: string;
  /** A page has loaded the widget of an agent. */
  onLoaded?(agentId: string, page: string): void;
}

const SCRIPT = 'text/javascript; charset=utf-8';
/** Scripts and styles that pages of any origin load. */
const SHARED = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept-Encoding',
};

/** `/widget.js` for host pages, the chat's documents, and the files that they load. */
export function widgetPages({
  findAgent,
  findFrameOrigins,
  assetsDirectory,
  onLoaded,
}: WidgetPagesDeps): Hono {
  const assets = loadWidgetAssets(assetsDirectory);
  const compress = createCompressor();
  const app = new Hono();

  app.get('/widget.js', async (context) => {
    const saved = await findAgent(context.req.query('agent') ?? '');
    const preview = readPreview(context);
    const agent = saved && dress(saved, preview);
    if (!agent) {
      const hint =
        '/* Bellhop: there is no such agent. Check the id after "widget.js?agent=" in the script tag. */\n';
      return context.body(hint, 404, { ...SHARED, 'Content-Type': SCRIPT, 'Cache-Control': 'no-store' });
    }
    if (!preview) onLoaded?.(agent.id, context.req.header('referer') ?? '');
    const script = renderLoader(assets, agent, preview?.query);
    const cached = preview ? 'no-store' : 'public, max-age=300';
    const headers = { ...SHARED, 'Content-Type': SCRIPT, 'Cache-Control': cached };
    return answer(context, headers, script, (encoding) => compress(script, encoding));
  });

  app.get('/widget/assets/:name', (context) => {
    const name = context.req.param('name');
    const encoding = pickEncoding(context.req.header('accept-encoding'));
    const body = assets.read(name, encoding);
    if (!body) return context.notFound();
    const headers = {
      ...SHARED,
      'Content-Type': name.endsWith('.css') ? 'text/css; charset=utf-8' : SCRIPT,
      'Cache-Control': 'public, max-age=31536000, immutable',
      ...encoded(encoding),
    };
    return context.body(new Uint8Array(body), 200, headers);
  });

  const panel = (mode: PanelConfig['mode']) => async (context: Context) => {
    const saved = await findAgent(context.req.param('agentId') ?? '');
    if (!saved) return context.html(NO_AGENT, 404, panelHeaders([]));
    const preview = readPreview(context);
    const agent = dress(saved, preview);
    const isOwners = Boolean(preview) || context.req.query('for') === 'owner';
    const html = renderPanelPage(assets, mode, agent, {
      script: isOwners ? assets.ownersPanel : assets.panel,
      ...(preview ? { preview: preview.words } : {}),
    });
    const headers = {
      ...panelHeaders(agent.allowedOrigins, (await findFrameOrigins?.(agent.id)) ?? []),
      'Content-Type': 'text/html; charset=utf-8',
      Vary: 'Accept-Encoding',
    };
    return answer(context, headers, html, (encoding) => compress(html, encoding));
  };
  app.get('/widget/frame/:agentId', panel('frame'));
  app.get('/c/:agentId', panel('page'));
  app.get('/widget/preview/:agentId', async (context) => {
    const agent = await findAgent(context.req.param('agentId'));
    const preview = readPreview(context);
    if (!agent || !preview) return context.html(NO_AGENT, 404, panelHeaders([]));
    const isOpen = context.req.query('open') === 'true';
    return context.html(renderPreviewPage(agent.id, preview.query, isOpen), 200, PREVIEW_HEADERS);
  });

  app.get('/widget/preview/:agentId/card', async (context) => {
    const agent = await findAgent(context.req.param('agentId'));
    if (!agent) return context.html(NO_AGENT, 404, panelHeaders([]));
    const html = renderPanelPage(assets, 'frame', agent, { script: assets.cardPage });
    return context.html(html, 200, CARD_HEADERS);
  });

  return app;
}

const NO_AGENT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>No chat here</title>
<h1>There is no chat here</h1>
<p>The address names an agent that does not exist, or not any more.</p>
</html>
`;

/** Sends the text, or only that the browser's copy is still good. */
async function answer(
  context: Context,
  headers: Record<string, string>,
  text: string,
  encode: (encoding: Encoding) => Promise<Buffer>,
): Promise<Response> {
  const encoding = pickEncoding(context.req.header('accept-encoding'));
  // Weak: the same text in another encoding is the same to the browser.
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  if (context.req.header('if-none-match')?.includes(etag))
    return context.body(null, 304, { ...headers, ETag: etag });
  const body = new Uint8Array(await encode(encoding));
  return context.body(body, 200, { ...headers, ETag: etag, ...encoded(encoding) });
}

function encoded(encoding: Encoding): Record<string, string> {
  return encoding === 'identity' ? {} : { 'Content-Encoding': encoding };
}
