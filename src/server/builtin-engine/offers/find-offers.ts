import type { OfferedTool } from '../dialogue/read-prompt.ts';
import { coverage } from '../language/reading.ts';
import type { Router } from '../routing/router.ts';

/** The tools that the agent's last words offered, in their order. The engine keeps no memory. */
export function findOffers(lastAnswer: string, tools: OfferedTool[], router: Router): OfferedTool[] {
  const quoted = findQuoted(lastAnswer, tools);
  if (quoted.length > 0) return quoted;
  const parts = lastQuestion(lastAnswer)?.split(/,? (?:or|oder|أو) /iu) ?? [];
  const found = parts.map((part) => findNamed(part, tools) ?? findLikely(part, tools, router));
  return [...new Set(found.filter((tool) => tool !== null))];
}

/** "What I can offer you is “A” or “B”." What is open on the screen is pointed to, and not offered. */
function findQuoted(answer: string, tools: OfferedTool[]): OfferedTool[] {
  const paragraph = answer.trimEnd().split('\n').at(-1) ?? '';
  const placeOf = ({ label }: OfferedTool) => {
    const places = [`“${label}”`, `„${label}“`, `«${label}»`].map((quoted) => paragraph.indexOf(quoted));
    return Math.max(...places);
  };
  return tools
    .filter((tool) => placeOf(tool) >= 0 && tool.lastStatus !== 'offered')
    .sort((a, b) => placeOf(a) - placeOf(b));
}

function findNamed(offer: string, tools: OfferedTool[]): OfferedTool | null {
  const named = tools.filter(({ label }) => offer.toLowerCase().includes(label.toLowerCase()));
  return named.sort((a, b) => b.label.length - a.label.length)[0] ?? null;
}

/** Words that offer a tool without its name, by its name's words, or by what the visitor would say to want it. */
function findLikely(offer: string, tools: OfferedTool[], router: Router): OfferedTool | null {
  const asked = router.read(offer);
  const [alike] = tools
    .map((tool) => ({ tool, likeness: coverage(router.read(tool.label).words, asked.words) }))
    .sort((a, b) => b.likeness - a.likeness);
  if (alike !== undefined && alike.likeness >= LIKELY) return alike.tool;
  const [wanted] = router.route(toWish(offer), tools).routes;
  return wanted !== undefined && wanted.odds > 0 ? wanted.tool : null;
}

/** How much of a tool's name has to be in a question that words it in another way. */
const LIKELY = 0.7;

/** "Would you like a quote?" → "I would like a quote". */
function toWish(offer: string): string {
  return offer
    .replace(/^.*\b(?:would you like|do you want|are you interested in)(?: me)?\b/i, 'I would like')
    .replace(/^.*\b(?:shall|should|can|may) i\b/i, 'please')
    .replace(/^.*\b(?:möchten|wollen|wünschen) sie\b/i, 'ich möchte')
    .replace(/^.*\bsoll ich\b/i, 'bitte')
    .replace(/\byour\b/gi, 'my')
    .replace(/\byou\b/gi, 'me');
}

function lastQuestion(text: string): string | null {
  const said = text.trimEnd();
  if (!said.endsWith('?') && !said.endsWith('؟')) return null;
  return (
    said
      .slice(0, -1)
      .split(/[.!?؟\n]/)
      .at(-1) ?? null
  );
}
