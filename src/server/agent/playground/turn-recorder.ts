import type { Reason } from '../../../contract/actions/reason.ts';
import type { TurnTrace } from '../../../contract/playground.ts';
import { explainAbsence } from '../prompt/explain-absence.ts';
import type { PreparedTurn } from '../prompt/prepare-turn.ts';
import type { Step } from '../turn/read-step.ts';

const SNIPPETS_MAX = 8;
const TEXT_MAX_CHARS = 400;
const INPUTS_MAX_CHARS = 1_000;
const REASONS_MAX = 20;

/** Writes down why a turn comes out as it does. In the playground only: a real visitor's turn costs nothing more for it. */
export class TurnRecorder {
  private readonly prepared: PreparedTurn;
  private readonly begunAt = performance.now();
  private stepBegunAt = this.begunAt;
  private readonly steps: TurnTrace['steps'] = [];
  private readonly cited = new Set<string>();
  private withheld: readonly string[] = [];

  constructor(prepared: PreparedTurn) {
    this.prepared = prepared;
  }

  addStep({ reasons, calls, sources, usage }: Step): void {
    const now = performance.now();
    for (const { providerMetadata } of sources) {
      const snippetId = providerMetadata?.bellhop?.snippetId;
      if (typeof snippetId === 'string') this.cited.add(snippetId);
    }
    this.steps.push({
      ms: Math.round(now - this.stepBegunAt),
      reasons: reasons.slice(0, REASONS_MAX).map(cutReason),
      uses: calls.map(({ toolName, input }) => ({
        action: this.prepared.tools.find(({ name }) => name === toolName)?.action.name ?? toolName,
        inputs: cut(input, INPUTS_MAX_CHARS),
      })),
      inputTokens: usage?.inputTokens.total ?? null,
      outputTokens: usage?.outputTokens.total ?? null,
    });
    this.stepBegunAt = now;
  }

  addWithheld(sentences: readonly string[]): void {
    this.withheld = sentences;
  }

  toTrace(): TurnTrace {
    const { agent, snippets, tools, live, situation } = this.prepared;
    const { model } = agent;
    const best = snippets.filter(({ id }, index) => index < SNIPPETS_MAX || this.cited.has(id));
    return {
      model: model.provider === 'builtin' ? 'builtin' : `${model.provider}/${model.model}`,
      ms: Math.round(performance.now() - this.begunAt),
      steps: this.steps,
      snippets: best.map(({ id, sourceId, title, question, text }) => ({
        ...{ id, sourceId, title, text: cut(text, TEXT_MAX_CHARS), isCited: this.cited.has(id) },
        ...(question === undefined ? {} : { question }),
      })),
      snippetCount: snippets.length,
      offered: tools.map(({ action: { id, name, guidance } }) => ({
        ...{ id, name, whenToUse: guidance.whenToUse },
      })),
      absent: live
        .filter(({ id }) => !tools.some(({ action }) => action.id === id))
        .map((action) => ({ name: action.name, reasons: explainAbsence(action, situation) })),
      withheld: this.withheld.map((sentence) => cut(sentence, TEXT_MAX_CHARS)),
    };
  }
}

function cutReason({ code, values, text }: Reason): Reason {
  const short = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? cut(value, TEXT_MAX_CHARS) : value,
  ]);
  return { code, values: Object.fromEntries(short), text: cut(text, TEXT_MAX_CHARS) };
}

/** What a model writes may hold what PostgreSQL cannot. */
function cut(text: string, length: number): string {
  const short = text.length > length ? `${text.slice(0, length)}…` : text;
  return short.replaceAll('\0', '').toWellFormed();
}
