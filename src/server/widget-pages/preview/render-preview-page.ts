import { createHash } from 'node:crypto';

const STYLE = `body{margin:0;padding:24px;font:15px system-ui,sans-serif;background:Canvas;color:CanvasText}
:root{color-scheme:light dark}
i{display:block;height:12px;margin:0 0 12px;border-radius:6px;background:color-mix(in srgb,CanvasText 12%,Canvas)}
.a{width:40%;height:22px}.b{width:90%}.c{width:75%}.d{width:60%}`;
const OPEN = "Bellhop('open')";

/** A page like a shop's, with the real widget on it. */
export function renderPreviewPage(agentId: string, query: string, isOpen: boolean): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<main aria-hidden="true"><i class="a"></i><i class="b"></i><i class="c"></i><i class="b"></i><i class="d"></i></main>
<script src="/widget.js${query}&amp;agent=${encodeURIComponent(agentId)}"></script>
${isOpen ? `<script>${OPEN}</script>\n` : ''}</html>
`;
}

export const PREVIEW_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src 'self' '${hash(OPEN)}'`,
    `style-src '${hash(STYLE)}'`,
    'img-src data:',
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
};

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
