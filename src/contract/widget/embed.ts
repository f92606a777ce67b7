/**
 * Messages between the loader on the host page and the panel in its frame, over one MessageChannel.
 * The loader posts CONNECT once to the frame's exact origin with a port; everything after goes over the port.
 */
import type { PageInfo } from './session.ts';

export const CONNECT = 'bellhop:connect';

/** Host page → panel. */
export type ToPanel =
  | {
      type: 'init';
      page: PageInfo;
      open: boolean;
      modal: boolean;
      identity?: string | undefined;
      /** The token of a session that is there: the panel is that visitor, remembers nothing, and has no button to close it. */
      session?: string;
    }
  | { type: 'opened'; modal: boolean }
  | { type: 'closed' }
  /** Send this text as the visitor. */
  | { type: 'send'; text: string }
  /** Who the visitor is, signed by the owner's server. */
  | { type: 'identify'; token: string }
  /** Forget this visitor: the next message starts a new one. */
  | { type: 'shutdown' };

/** Panel → host page. */
export type ToHost =
  | { type: 'ready' }
  | { type: 'close' }
  | { type: 'unread'; count: number }
  /** A conversation exists: the loader may open the frame at once on the next page. */
  | { type: 'started' }
  | { type: 'event'; name: HostEvent; detail?: unknown };

/** What a page can listen to with `Bellhop('on', name, fn)`. */
export type HostEvent = 'ready' | 'open' | 'close' | 'unread' | 'message' | 'card' | 'identity';
