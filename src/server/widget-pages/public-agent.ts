import type { WidgetLook } from '../../contract/widget/widget-look.ts';

/** What anyone who knows an agent's id may know of it. */
export interface PublicAgent {
  id: string;
  name: string;
  language: string;
  widget: WidgetLook;
  /** Origins that may show the widget; empty: all. */
  allowedOrigins: string[];
}

export type FindAgent = (id: string) => Promise<PublicAgent | null>;
