import type { Pool } from 'pg';
import type { EventStream } from '../../platform/http/event-stream.ts';
import type { Log } from '../../platform/log.ts';
import type { Live } from '../sync/live.ts';

/** Changes are told together, so that a busy workspace makes ten looks a second at most. */
const TOGETHER_MS = 100;
/** After this a reader comes back and is asked again who they are. */
const STREAM_MS = 10 * 60_000;
/** What does not change the list of conversations, nor what stands in one. */
const UNSEEN = new Set(['delta', 'withdraw', 'fence', 'turn-ended', 'sessions-changed']);

interface FeedDeps {
  pool: Pool;
  live: Live;
  log: Log;
}

/**
 * Tells the dashboards of a workspace which conversations have changed, and not what has: they read that from the API. Each
 * stream begins with `changed` without an id, so whoever comes back reads again, and a gap loses nothing.
 */
export class WorkspaceFeed {
  private readonly deps: FeedDeps;
  private readonly streams = new Map<string, Set<EventStream>>();
  private changed = new Set<string>();
  private missed = false;
  private timer: NodeJS.Timeout | undefined;
  private stopHearing: (() => void) | null = null;

  constructor(deps: FeedDeps) {
    this.deps = deps;
  }

  add(workspaceId: string, stream: EventStream): void {
    this.stopHearing ??= this.deps.live.subscribeAll((id, type) => this.hear(id, type));
    const streams = this.streams.get(workspaceId) ?? new Set();
    this.streams.set(workspaceId, streams.add(stream));
    const end = setTimeout(() => stream.end(), STREAM_MS).unref();
    stream.onClose(() => {
      clearTimeout(end);
      streams.delete(stream);
      if (streams.size === 0) this.streams.delete(workspaceId);
      if (this.streams.size > 0) return;
      this.stopHearing?.();
      this.stopHearing = null;
    });
    stream.send('changed', {});
  }

  private hear(conversationId: string | null, type: string): void {
    if (UNSEEN.has(type)) return;
    if (conversationId === null) this.missed = true;
    else this.changed.add(conversationId);
    this.timer ??= setTimeout(() => void this.tell(), TOGETHER_MS).unref();
  }

  private async tell(): Promise<void> {
    const ids = [...this.changed];
    const { missed } = this;
    this.changed = new Set();
    this.missed = false;
    this.timer = undefined;
    try {
      if (missed) for (const workspaceId of this.streams.keys()) this.send(workspaceId, {});
      const { rows } = await this.deps.pool.query<{ id: string; workspace_id: string }>({
        name: 'changed-conversations',
        text: 'select id, workspace_id from conversations where id = any ($1::text[])',
        values: [ids],
      });
      for (const row of rows) this.send(row.workspace_id, { conversationId: row.id });
    } catch (error) {
      // Whoever follows comes back, and reads again.
      this.deps.log.warn({ err: error }, 'dashboards were not told of changes');
      for (const streams of this.streams.values()) for (const stream of streams) stream.end();
    }
  }

  private send(workspaceId: string, data: { conversationId?: string }): void {
    for (const stream of this.streams.get(workspaceId) ?? []) stream.send('changed', data);
  }
}
