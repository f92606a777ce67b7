import type { Role } from '../../../contract/accounts/permissions.ts';
import type { ErrorCode, ErrorDetail } from '../../../contract/errors.ts';
import type { ApiAnswer, ApiRoute } from './api-shapes.ts';

/**
 * One state of a page, as the gallery shows it: where in the dashboard, and what the API answers there. A file `gallery.ts` beside a
 * group of screens exports them as `states`; the gallery finds it by itself, and lists them under the name of the folder.
 */
export interface GalleryState {
  /** Its address: `/_gallery/<folder>/<name>`. */
  name: string;
  /** Of the dashboard, with its query. */
  path: string;
  /** In place of those of the sample house. */
  answers?: Answers;
  /** Of everything that is asked and stands not in `answers`, apart from who is signed in and which agents there are. */
  others?: Trouble;
  /** Absent: the owner. Null: nobody is signed in. */
  as?: Role | null;
  /** What is done until it is there. */
  steps?: Step[];
  /** The browser says that it has no network, after the page is there. */
  isOffline?: true;
}

export type Answers = { [Route in ApiRoute]?: Answer<ApiAnswer<Route>> } & {
  [route: `${'POST' | 'PUT' | 'PATCH' | 'DELETE'} ${string}`]: unknown;
};

type Answer<Body> = Body | Trouble | ((query: URLSearchParams) => Body | Trouble);

/** Something else than what was asked for. */
export class Trouble {
  /** Null: nobody answers. `never`: not yet. */
  readonly kind:
    | { status: number; code: ErrorCode; message: string; details: ErrorDetail[] }
    | null
    | 'never';

  constructor(kind: Trouble['kind']) {
    this.kind = kind;
  }
}

/** Words are texts of the dashboard by their key, or a CSS selector where there are none. */
export type Step =
  | { press: string; with?: Record<string, unknown> }
  /** Pressed where it is there: a desk shows by itself what is behind it. */
  | { onPhone: string }
  | { type: string; text: string }
  | { choose: string; value: string }
  | { keys: string }
  | { see: string };
