import type { AnyRoute } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { Permission } from '../../contract/accounts/permissions.ts';

/**
 * A group of screens. To add one: a folder with `feature.ts`, its line in `src/dashboard/features.ts`, and its texts in
 * `src/dashboard/texts/<language>/<feature>.ts` with a line in the `index.ts` beside them. Its pages are loaded when they are opened
 * (`lazyRouteComponent`). J and K move between the links and buttons of a page that have `data-row`. Its states stand in `gallery.ts`, where `/_gallery`
 * finds them. Features do not import each other; what two of them need lies in `ui/` or `app/`.
 */
export interface Feature {
  /** Its pages inside the frame, below the route that is given. */
  routes(frame: AnyRoute): AnyRoute[];
  nav?: NavEntry[];
  /** Its pages of the settings, listed there in the order of the features. */
  settings?: SettingsEntry[];
  /** Single keys that its pages hear by themselves (`isSingleKey`), for the list that `?` opens. */
  keys?: KeyEntry[];
}

export interface KeyEntry {
  keys: string[];
  /** A key of the texts: `inbox:replyKey`. */
  label: string;
}

export interface NavEntry {
  to: string;
  /** A key of the texts: `inbox:title`. */
  label: string;
  icon: LucideIcon;
  group: 'work' | 'agent' | 'data';
  /** G and then this letter goes there. */
  key?: string;
  needs?: Permission;
}

export interface SettingsEntry {
  to: string;
  label: string;
  group: 'workspace' | 'agent' | 'you';
  needs?: Permission;
}
