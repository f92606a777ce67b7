/** How an agent's widget looks and where it stands. Types and limits only; the schema is in `agent.ts`. */
export interface WidgetLook {
  /** `#rrggbb`; the text colour on it is computed. */
  color: string;
  /** `auto` follows the visitor's system. */
  scheme: 'auto' | 'light' | 'dark';
  side: 'left' | 'right';
  /** Pixels from the chosen side and from the bottom. */
  offsetX: number;
  offsetY: number;
  zIndex: number;
  hideOnMobile: boolean;
  hideLauncher: boolean;
  /** CSS selector of host elements that open the chat when clicked; empty for none. */
  openOn: string;
  /** Header title; empty: the agent's name. */
  title: string;
  subtitle: string;
  /** One line beside the launcher; empty for none. */
  teaser: string;
  /** Up to four first messages that the visitor can send with one tap. */
  starters: string[];
}

export const DEFAULT_LOOK: WidgetLook = {
  color: '#1d4ed8',
  scheme: 'auto',
  side: 'right',
  offsetX: 20,
  offsetY: 20,
  zIndex: 2147483000,
  hideOnMobile: false,
  hideLauncher: false,
  openOn: '',
  title: '',
  subtitle: '',
  teaser: '',
  starters: [],
};
