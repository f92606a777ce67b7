import type { Answers, GalleryState } from './gallery-state.ts';
import { NEVER, refuse, UNAVAILABLE } from './trouble.ts';

interface PageStatesOptions {
  path: string;
  /** Before the names, where a group has several pages. */
  prefix?: string;
  /** What the API answers when there is nothing yet. */
  empty: Answers;
  /** The page is not for everybody: a viewer is refused. */
  isClosed?: boolean;
}

/** What every page has to show: all, nothing, not yet, not now, and to somebody who may only look. */
export function pageStates({ path, prefix, empty, isClosed = false }: PageStatesOptions): GalleryState[] {
  const nameOf = (state: string) => (prefix ? `${prefix}-${state}` : state);
  const notAllowed = refuse('not_allowed', 'Your role does not permit this. Ask an admin of the workspace.');
  return [
    { name: nameOf('full'), path },
    { name: nameOf('empty'), path, answers: empty },
    { name: nameOf('loading'), path, others: NEVER },
    {
      name: nameOf('error'),
      path,
      others: UNAVAILABLE,
    },
    { name: nameOf('viewer'), path, as: 'viewer', ...(isClosed ? { others: notAllowed } : {}) },
  ];
}
