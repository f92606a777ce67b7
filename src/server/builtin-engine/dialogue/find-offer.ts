import { coverage } from '../language/reading.ts';
import type { Router } from '../routing/router.ts';
import type { OfferedTool } from './read-prompt.ts';

/** The tool that the agent's last words offered: its name is in their last question. The engine keeps no memory. */
export function findOffer(lastAnswer: string, tools: OfferedTool[], router: Router): OfferedTool | null {
  const question = lastQuestion(lastAnswer);
  if (question === null) return null;
  const named = tools.filter(({ label }) => question.toLowerCase().includes(label.toLowerCase()));
  if (named.length > 0)
    return named.reduce((most, tool) => (tool.label.length > most.label.length ? tool : most));
  const asked = router.read(question);
  const likely = tools
    .map((tool) => ({ tool, likeness: coverage(router.read(tool.label).words, asked.words) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  return likely !== undefined && likely.likeness >= LIKELY ? likely.tool : null;
}

/** How much of a tool's name has to be in a question that words it in another way. */
const LIKELY = 0.7;

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
