import type { WidgetLook } from './widget-look.ts';

/** Answer of `POST /widget/v1/sessions`. Types only: the widget imports this file. */
export interface Session {
  token: string;
  visitorId: string;
  conversationId: string;
  /** The owner's server has signed who this is, and it still holds. */
  isVerified: boolean;
  /** Why the identity that was sent is not taken: for the developer of the site. */
  identityProblem?: { code: string; message: string } | undefined;
  agent: {
    id: string;
    name: string;
    greeting: string;
    starters: string[];
    /** BCP 47 language of the agent, or `auto`: the page's, then the browser's. */
    language: string;
    theme: WidgetLook;
  };
}

/** The page that the widget stands on, as far as the visitor's browser tells. */
export interface PageInfo {
  url?: string;
  title?: string;
  language?: string;
}

/** Body of `POST /widget/v1/messages`. At most 4,000 characters. */
export interface NewMessage {
  clientId: string;
  text: string;
}

/** Body of `POST /widget/v1/cards/{entryId}`. */
export interface CardOperation {
  clientId: string;
  op: 'open' | 'draft' | 'submit' | 'dismiss' | 'confirm' | 'decline' | 'booked';
  values?: Record<string, unknown>;
}
