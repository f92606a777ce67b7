import { textColorOn } from '../../contract/widget/text-color.ts';
import type { LoaderConfig } from '../../contract/widget/widget-config.ts';
import type { PublicAgent } from './public-agent.ts';
import type { WidgetAssets } from './widget-assets.ts';

/** The loader with the agent in it: one request draws the launcher. */
export function renderLoader(
  assets: WidgetAssets,
  { id, name, language, widget: look }: PublicAgent,
  /** Goes behind the id wherever the loader puts it, so that the panel gets it too. */
  query = '',
): string {
  const config: LoaderConfig = {
    id: `${id}${query}`,
    title: look.title || name,
    language,
    style: placeAndPaint(look),
    ...(look.teaser ? { teaser: look.teaser } : {}),
    ...(look.openOn ? { openOn: look.openOn } : {}),
    ...(look.hideLauncher ? { hideLauncher: true } : {}),
  };
  return `(BELLHOP_AGENT=>{${assets.loader}})(${JSON.stringify(config)})`;
}

/** Declarations for the widget's element. The agent's schema let only numbers, known words and `#rrggbb` in. */
function placeAndPaint(look: PublicAgent['widget']): string {
  const left = look.side === 'left';
  return [
    `${look.side}:${look.offsetX}px`,
    `--x:${look.offsetX}px`,
    `--y:${look.offsetY}px`,
    `--z:${look.zIndex}`,
    `--accent:${look.color}`,
    `--on-accent:${textColorOn(look.color)}`,
    `--scheme:${look.scheme === 'auto' ? 'light dark' : look.scheme}`,
    ...(left ? ['--left:0', '--right:auto', '--row:row-reverse'] : []),
    ...(look.hideOnMobile ? ['--phone:none'] : []),
  ].join(';');
}
