import type { PickedSnippet } from '../answers/pick-snippet.ts';
import type { Route } from '../routing/router.ts';
import type { OfferedTool } from './read-prompt.ts';

/** What could be done or said about the visitor's words. */
export interface Weighed {
  /** The tools by how well they fit, best first. */
  routes: Route<OfferedTool>[];
  /** The same without what the visitor put away and does not ask for. */
  open: Route<OfferedTool>[];
  answer: PickedSnippet | null;
}
