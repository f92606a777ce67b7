import type { PanelConfig } from '../../contract/widget/widget-config.ts';
import type { Language } from './texts/load-texts.ts';

/** Puts the agent's colours and the visitor's language on the document. */
export function applyLook(
  { color, textColor, scheme }: PanelConfig['agent'],
  { tag, direction }: Language,
): void {
  const root = document.documentElement;
  root.lang = tag;
  root.dir = direction;
  root.style.colorScheme = scheme === 'auto' ? 'light dark' : scheme;
  root.style.setProperty('--accent', color);
  root.style.setProperty('--on-accent', textColor);
}
