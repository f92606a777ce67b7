import type { CardProblem } from '../../../actions/card-props.ts';
import type { CardOp } from '../../../contract/entry.ts';
import { MESSAGE_MAX_CHARS } from '../../../contract/limits.ts';
import type { PageInfo, Session } from '../../../contract/widget/session.ts';
import type { StreamEvent } from '../../../contract/widget/stream.ts';
import { actOnCard } from './act-on-card.ts';
import { type ChatState, INITIAL_STATE } from './chat-state.ts';
import { followStream } from './follow-stream.ts';
import { keepApart } from './keep-apart.ts';
import { createReading, type Reading } from './reading.ts';
import { endSession, getEntries, post, RequestFailed } from './request.ts';
import { createSender, type Sender } from './send-messages.ts';
import { openSession } from './session.ts';
import { createStorage, type Storage } from './storage.ts';
import { createStore, type Store } from './store.ts';
import { applyEvent, mergeEntry } from './timeline.ts';
import { backoff, createWaiter } from './wait.ts';

/** A server that knows none of the sessions it has just made is not asked for one after the other. */
const RENEWAL_PAUSE = 5_000;

/** The visitor's conversation: what is on screen, and what can be done. */
export interface Chat
  extends Pick<Store<ChatState>, 'get' | 'subscribe'>,
    Pick<Sender, 'send' | 'settle'>,
    Reading {
  /** Connects. Without `wanted` only a visitor whom this browser knows already. */
  start(wanted: boolean): void;
  retry(): void;
  act(
    entryId: string,
    op: CardOp,
    values?: Record<string, unknown>,
  ): Promise<{ problems: CardProblem[] } | null>;
  /** Of the visitor, as of now. */
  token(): string;
  /** What the visitor was writing when they left the page. `field`: in a form that keeps it, the entry's id and the field's name. */
  readDraft(field?: string): string;
  keepDraft(text: string): void;
  /** The page says who the visitor is: now, and whenever a session begins. */
  identify(token: string): void;
  /** Signs out and forgets the visitor; the next `start` makes a new one. */
  shutdown(): void;
}

export function createChat(
  agentId: string,
  page: PageInfo,
  identity?: string,
  storage: Storage = createStorage(agentId),
): Chat {
  const store = createStore<ChatState>({ ...INITIAL_STATE, readCursor: storage.get('read') ?? '0' });
  const waiter = createWaiter();
  let session: Session | null = null;
  /** The connecting that is under way; another one has made it void when this is no longer it. */
  let attempt: symbol | null = null;
  let stopStream = () => {};
  let renewedAt = 0;
  /** While the server is told who this is, the old token may end before the new one is here. */
  let isIdentifying = false;
  let expired: string | null = null;

  const sender = createSender(store, storage, {
    token: () => session?.token ?? null,
    onSent: (entry) => store.set({ timeline: mergeEntry(store.get().timeline, entry) }),
    onExpired: renew,
  });

  function start(wanted: boolean) {
    if (!session && (wanted || storage.get('token'))) void connect();
  }

  async function connect(pause = 0) {
    if (attempt) return;
    const mine = Symbol('attempt');
    attempt = mine;
    if (pause > 0) await waiter.wait(pause);
    for (let failures = 1; attempt === mine; failures += 1) {
      try {
        const opened = await openSession(
          { agentId, page, identity, isWanted: () => attempt === mine },
          storage,
        );
        if (attempt !== mine) return;
        takeOver(opened);
        await readHistory(opened.token);
        if (attempt === mine) follow(opened);
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error;
        if (!error.passing) attempt = null;
        store.set(error.passing ? { connection: 'lost' } : { phase: 'refused' });
        if (error.passing) await waiter.wait(error.retryAfter ?? backoff(failures));
      }
    }
  }

  function takeOver(opened: Session) {
    part(opened);
    store.set({ agent: opened.agent });
    if (identity || opened.isVerified) tellIdentity(opened.isVerified, opened.identityProblem);
  }

  /** A session is here: is it that of who was here before? */
  function part(opened: Session) {
    const apart = keepApart(opened, storage);
    if (apart !== 'nothing') {
      storage.remove('read');
      store.set({ readCursor: '0' });
    }
    if (apart === 'words') forgetWords();
  }

  function tellIdentity(isVerified: boolean, problem: { code: string; message: string } | null = null) {
    // Asked again with the same, the server would say the same.
    if (problem) identity = undefined;
    if (problem) console.warn(`Bellhop: the identity was not taken. ${problem.message}`);
    store.set({ identity: { isVerified, problem } });
  }

  async function identify(token: string) {
    identity = token;
    if (!session) {
      // What is under way has asked without it.
      if (attempt) restart();
      else start(false);
      return;
    }
    const before = session;
    isIdentifying = true;
    try {
      const opened = await post<Session>('/identity', { identity: token }, before.token);
      if (session === before) adopt(opened, before);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const [problem] = error.details;
      if (error.code === 'invalid' && problem) {
        const { code = 'invalid', message } = problem;
        tellIdentity(before.isVerified, { code, message });
      } else if (session === before) restart();
    } finally {
      isIdentifying = false;
      if (expired && session?.token === expired) renew(expired);
      expired = null;
    }
  }

  function adopt(opened: Session, before: Session) {
    storage.set('token', opened.token);
    if (opened.visitorId !== before.visitorId) {
      part(opened);
      return restart();
    }
    takeOver(opened);
    session = opened;
    if (opened.token === before.token) return;
    stopStream();
    follow(opened);
  }

  /** Everything so far, before anything counts as news. */
  async function readHistory(token: string) {
    for (let more = true; more; ) {
      const { items, nextCursor } = await getEntries(store.get().timeline.cursor, token);
      for (const data of items) onEvent({ event: 'entry', data });
      more = nextCursor !== null;
    }
  }

  function follow(opened: Session) {
    attempt = null;
    session = opened;
    const { token } = opened;
    store.set({ phase: 'ready', connection: 'fine' });
    stopStream = followStream(token, {
      cursor: () => store.get().timeline.cursor,
      onOpen() {
        // An answer that was half on screen comes again, as a whole or from its start.
        store.set({ connection: 'fine', timeline: { ...store.get().timeline, drafts: [] } });
        sender.flush();
      },
      onEvent,
      onDown: (failures) => failures > 1 && store.set({ connection: 'lost', typing: false }),
      onExpired: () => renew(token),
    });
    sender.flush();
  }

  function onEvent(event: StreamEvent) {
    const { phase, timeline } = store.get();
    store.set({ timeline: applyEvent(timeline, event) });
    if (event.event === 'state') store.set(event.data);
    if (event.event === 'entry') {
      const { clientId, author } = event.data;
      if (clientId) sender.settle(clientId);
      const isNew = !timeline.entries.some(({ id }) => id === event.data.id);
      if (phase === 'ready' && isNew && author.type !== 'visitor') store.set({ arrived: event.data });
    }
  }

  /** The server no longer knows the token. */
  function renew(token: string) {
    if (isIdentifying) {
      expired = token;
      return;
    }
    if (storage.get('token') === token) storage.remove('token');
    const again = Date.now() - renewedAt < RENEWAL_PAUSE;
    renewedAt = Date.now();
    reset();
    void connect(again ? RENEWAL_PAUSE : 0);
  }

  function reset() {
    stopStream();
    attempt = null;
    session = null;
    // What is unsent is in the outbox, and comes back with the next session.
    const { forgotten, identity } = store.get();
    store.set({ ...INITIAL_STATE, forgotten, identity });
    storage.remove('read');
  }

  function restart() {
    reset();
    void connect();
  }

  function forget(start: string) {
    for (const name of storage.names(start)) storage.remove(name);
  }

  function forgetWords() {
    forget('draft');
    sender.clear();
    store.set({ forgotten: store.get().forgotten + 1 });
  }

  storage.onChange((name, value) => {
    if (name === 'read' && value) store.set({ readCursor: value });
    // Another tab became another visitor, or none.
    if (name === 'token' && session && value !== session.token) {
      // It knows better than what this page was told when it was made.
      identity = undefined;
      restart();
    }
  });
  addEventListener('online', () => waiter.wake());

  return {
    get: store.get,
    subscribe: store.subscribe,
    settle: sender.settle,
    start,
    send(text) {
      sender.send(text);
      start(true);
    },
    retry() {
      waiter.wake();
      sender.flush();
    },
    async act(entryId, op, values) {
      if (op === 'draft')
        for (const name in values) storage.set(`draft${entryId}${name}`, String(values[name]));
      if (!session) throw new RequestFailed('network');
      const answer = await actOnCard(entryId, session.token, op, values);
      if ('problems' in answer) return answer;
      if (op !== 'draft') forget(`draft${entryId}`);
      store.set({ timeline: mergeEntry(store.get().timeline, answer.entry) });
      return null;
    },
    // While it connects, the history is on the screen already.
    token: () => session?.token ?? storage.get('token') ?? '',
    identify: (token) => void identify(token),
    ...createReading(store, storage),
    readDraft: (field = '') => storage.get(`draft${field}`) ?? '',
    keepDraft(text) {
      if (text === '') storage.remove('draft');
      // More than that is no message, and storage is small.
      else storage.set('draft', text.slice(0, 2 * MESSAGE_MAX_CHARS));
    },
    shutdown() {
      const token = session?.token ?? storage.get('token');
      if (token) endSession(token);
      identity = undefined;
      for (const name of ['token', 'visitor', 'verified']) storage.remove(name);
      reset();
      store.set({ identity: null });
      forgetWords();
    },
  };
}
