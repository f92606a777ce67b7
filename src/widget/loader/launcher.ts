import { createElement, createIcon } from './create-element.ts';
import type { LoaderTexts } from './texts.ts';

export interface Launcher {
  root: HTMLElement;
  draw(change: { open?: boolean; busy?: boolean; unread?: number }): void;
  /** A line beside the button that opens the chat; empty: none. */
  say(line: string): void;
}

const CHAT = 'M4 4h16v12H9l-5 4z';
const DOWN = 'M6 9l6 6 6-6';

/** The round button with its unread badge, and the teaser beside it. */
export function createLauncher(texts: LoaderTexts, toggle: () => void, dismiss: () => void): Launcher {
  const badge = createElement('i');
  const button = createElement('button', { onclick: toggle }, createIcon(CHAT), createIcon(DOWN), badge);
  const line = createElement('button', { onclick: toggle, dir: 'auto' });
  const cross = createElement('button', { onclick: dismiss, ariaLabel: texts.close }, '✕');
  const teaser = createElement('div', { role: 'status' }, line, cross);
  const state = { open: false, busy: false, unread: 0 };
  return {
    root: createElement('div', {}, teaser, button),
    draw(change) {
      const { open, busy, unread } = Object.assign(state, change);
      button.ariaExpanded = `${open}`;
      button.ariaBusy = `${busy}`;
      button.ariaLabel = (open ? texts.close : texts.open) + (unread ? ` (${unread})` : '');
      badge.textContent = unread > 9 ? '9+' : `${unread}`;
      badge.hidden = !unread;
    },
    say(words) {
      line.textContent = words;
      teaser.hidden = !words;
    },
  };
}
