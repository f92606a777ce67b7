/** Messages between the dashboard and the page that shows one card to its owner, before any visitor sees it. */
import type { Card, CardOp } from '../entry.ts';
import type { WidgetLook } from './widget-look.ts';

/** Dashboard → page. */
export interface ToCardPage {
  card: Card;
  scheme: WidgetLook['scheme'];
  /** Of the dashboard, for an agent that speaks the language of the page. */
  language: string;
}

/** Page → dashboard. */
export type FromCardPage =
  | { type: 'ready' }
  | { type: 'height'; pixels: number }
  /** A visitor would have sent this. */
  | { type: 'used'; op: CardOp }
  /** A visitor would have got there. */
  | { type: 'link'; address: string };
