import { ROLE_PERMISSIONS } from '../../contract/accounts/permissions.ts';
import type { Session } from '../../contract/accounts/person.ts';
import { type ApiRoute, apiShapes } from './kit/api-shapes.ts';
import { type GalleryState, Trouble } from './kit/gallery-state.ts';
import { sampleAnswers } from './kit/sample-answers.ts';
import { samplePerson } from './kit/sample-people.ts';

/** Asked on every page, and answered even where nothing else is. */
const ALWAYS = ['GET /v1/session', 'GET /v1/agents'];

/**
 * Answers the calls of the API as a state says, so that no server is needed. What it says is read by the contract's own schema first: a
 * sample that no longer fits is no answer.
 * @returns how many calls of a state wait that will get none
 */
export function answerCalls(read: () => GalleryState | null): { countHeld(state: GalleryState): number } {
  const held = new Map<GalleryState, number>();
  const count = (state: GalleryState, by: number) => held.set(state, (held.get(state) ?? 0) + by);
  const ask = globalThis.fetch;
  globalThis.fetch = async (input, init = {}) => {
    const address = new URL(input instanceof Request ? input.url : input, location.origin);
    const state = read();
    if (!address.pathname.startsWith('/api/') || !state) return ask(input, init);
    const path = address.pathname.slice('/api'.length);
    if (path === '/v1/events') return waitFor(init.signal ?? null);
    const answer = findAnswer(state, `${init.method ?? 'GET'} ${path}`, address.searchParams);
    if (!(answer instanceof Trouble)) return Response.json(answer);
    if (answer.kind === 'never') {
      count(state, 1);
      return waitFor(init.signal ?? null).finally(() => count(state, -1));
    }
    if (answer.kind === null) throw new TypeError('Failed to fetch');
    const { status, ...error } = answer.kind;
    return Response.json({ error }, { status });
  };
  return { countHeld: (state) => held.get(state) ?? 0 };
}

function findAnswer(state: GalleryState, call: string, query: URLSearchParams): unknown {
  const route = findRoute(call, Object.keys(apiShapes)) as ApiRoute | undefined;
  const own: Record<string, unknown> = state.answers ?? {};
  const ownRoute = findRoute(call, Object.keys(own));
  const isAlways = route !== undefined && ALWAYS.includes(route);
  const said = ownRoute
    ? own[ownRoute]
    : route === 'GET /v1/session'
      ? sessionOf(state)
      : ((isAlways ? undefined : state.others) ?? sampleAnswers[route as ApiRoute]);
  const answer = typeof said === 'function' ? said(query) : said;
  if (answer instanceof Trouble) return answer;
  if (answer === undefined) throw complain(`Nothing answers ${call}.`);
  if (!route) return answer;
  const { data, error } = apiShapes[route].safeParse(answer);
  if (error) throw complain(`The answer to ${call} does not fit the contract: ${error.message}`);
  return data;
}

/** As an error on the console, because a page takes a failed call for an answer like others. */
function complain(text: string): Error {
  console.error(text);
  return new Error(text);
}

/** An exact one goes before one with a place for any id. */
function findRoute(call: string, routes: string[]): string | undefined {
  const fits = (route: string) =>
    new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`).test(call);
  return routes.includes(call) ? call : routes.find(fits);
}

function sessionOf({ as = 'owner' }: GalleryState): Session {
  if (as === null) return { setupNeeded: false, me: null };
  return {
    setupNeeded: false,
    me: { ...samplePerson, role: as, permissions: [...ROLE_PERMISSIONS[as]] },
  };
}

function waitFor(signal: AbortSignal | null): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}
