import { textColorOn } from '../../contract/widget/text-color.ts';
import type { PanelConfig } from '../../contract/widget/widget-config.ts';
import type { PublicAgent } from './public-agent.ts';
import type { WidgetAssets } from './widget-assets.ts';

/** The document of the chat, for the loader's frame or as a page of its own. It makes no session. `script`: the file of its program. */
export function renderPanelPage(
  assets: WidgetAssets,
  mode: PanelConfig['mode'],
  { id, name, language, widget: look }: PublicAgent,
  { preview, script }: { preview?: PanelConfig['preview']; script: string },
): string {
  const { color, scheme, subtitle } = look;
  const title = look.title || name;
  const config: PanelConfig = {
    mode,
    agent: { id, name, language, title, subtitle, scheme, color, textColor: textColorOn(color) },
    ...(preview ? { preview } : {}),
  };
  return `<!doctype html>
<html lang="${language === 'auto' ? 'en' : escapeHtml(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="${scheme === 'auto' ? 'light dark' : scheme}">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/widget/assets/${assets.style}">
<script type="application/json" id="config">${escapeJson(config)}</script>
<script type="module" src="/widget/assets/${script}"></script>
<div id="panel" tabindex="-1"></div>
</html>
`;
}

/** Nothing in the values can end the script element that holds them. */
function escapeJson(value: unknown): string {
  const escapes: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };
  return JSON.stringify(value).replace(/[<>&]/g, (character) => escapes[character] as string);
}

function escapeHtml(text: string): string {
  const escapes: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
  return text.replace(/[<>&"]/g, (character) => escapes[character] as string);
}
