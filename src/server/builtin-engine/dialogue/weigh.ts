import { type PickedSnippet, pickSnippet } from '../answers/pick-snippet.ts';
import { asksToBeContacted } from '../asking/asks-for-it-back.ts';
import type { Route, Router } from '../routing/router.ts';
import { hearDenials } from './hear-denials.ts';
import type { Dialogue, OfferedTool } from './read-prompt.ts';

/** What could be done or said about the visitor's words. */
export interface Weighed {
  /** The tools by how well they fit, best first; none that the visitor wants not to be done. */
  routes: Route<OfferedTool>[];
  /** The same without what the visitor put away and does not ask for. */
  open: Route<OfferedTool>[];
  /** What the visitor put away, and asks to be contacted about after all. */
  recalled: OfferedTool | null;
  answer: PickedSnippet | null;
  /** The visitor's words without what they want not to be done. */
  rest: string;
  /** They want something not to be done, and say nothing else. */
  isRefusal: boolean;
}

/** Measures the tools and the snippets at the visitor's words. */
export function weigh({ unanswered, tools, options }: Dialogue, router: Router): Weighed {
  const { denied, rest } = hearDenials(unanswered, tools, router);
  const { routes, speech } = router.route(rest, tools);
  const wants = speech.wish + speech.request + speech.mayI > 0;
  const isRecalled = ({ label, lastStatus }: OfferedTool) =>
    lastStatus === 'dismissed' && wants && asksToBeContacted(rest, label);
  const isOpen = (tool: OfferedTool) => tool.lastStatus !== 'dismissed' || isRecalled(tool);
  const wanted = routes.filter(({ tool }) => !denied.has(tool.name));
  return {
    routes: wanted,
    open: ASKS_WHO_IS_HUMAN.test(rest) ? [] : wanted.filter(({ tool }) => isOpen(tool)),
    recalled: tools.find((tool) => !denied.has(tool.name) && isRecalled(tool)) ?? null,
    answer: pickSnippet(rest, options.snippets, router),
    rest,
    isRefusal: denied.size > 0 && router.read(rest).words.length === 0,
  };
}

/** "Is Ingrid a real person?" wants to know it, and not to talk to her. */
const ASKS_WHO_IS_HUMAN =
  /^\s*(?:is|are|was|ist|sind) (?!there|it |someone|somebody|anyone|anybody)[\p{L}'’ -]{1,40} (?:(?:an?|eine?) )?(?:real |actual |live |echte[rn]? )?(?:human|person|people|mensch(?:en)?|bot|robot)s?\s*\??\s*$/iu;
