import type { WidgetLook } from './widget-look.ts';

/** What `/widget.js` hands to the loader on the host page. Short on purpose: it is part of the first request. */
export interface LoaderConfig {
  id: string;
  title: string;
  /** BCP 47 language of the agent, or `auto`. */
  language: string;
  /** Declarations for the widget's element: place, stacking, colours. Made by the server from checked values. */
  style: string;
  teaser?: string;
  openOn?: string;
  hideLauncher?: boolean;
}

/** What the frame's page and the full page hand to the panel, before any session exists. */
export interface PanelConfig {
  /** `frame`: inside the loader's frame; `page`: the chat is the whole page. */
  mode: 'frame' | 'page';
  agent: {
    id: string;
    name: string;
    /** BCP 47, or `auto`: the page's, then the browser's. */
    language: string;
    title: string;
    subtitle: string;
    scheme: WidgetLook['scheme'];
    color: string;
    /** Of text on `color`. */
    textColor: string;
  };
  /** While the owner tries a look: what a session would tell. The panel makes none, and sends nothing. */
  preview?: { greeting: string; starters: string[] };
}
