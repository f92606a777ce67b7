import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FunctionTool,
} from '@ai-sdk/provider';
import type { EvalAction, EvalCase, EvalData, EvalExamples } from './load-cases.ts';
import type { Outcome } from './score.ts';

/** Asks the model every case, one after the other; `examplesGiven`: how many of the owner's examples it is shown. */
export async function runCases(
  model: LanguageModelV4,
  data: EvalData,
  examplesGiven: number,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of data.cases) {
    const bot = data.bots.find(({ id }) => id === one.bot);
    if (bot === undefined)
      throw new Error(`Case ${one.id} names bot ${one.bot}, which bots.json does not have`);
    const given = data.examples.filter((row) => row.bot === bot.id);
    const tools = bot.actions.map((action) => toTool(action, given, examplesGiven));
    const started = performance.now();
    const chosen = await chooseTool(model, { prompt: toPrompt(one), tools });
    outcomes.push({ case: one, chosen, milliseconds: performance.now() - started });
  }
  return outcomes;
}

async function chooseTool(
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
): Promise<string | null> {
  const { stream } = await model.doStream(options);
  let chosen: string | null = null;
  for await (const part of stream as unknown as AsyncIterable<{ type: string; toolName?: string }>) {
    if (part.type === 'tool-call') chosen ??= part.toolName ?? null;
  }
  return chosen;
}

function toPrompt(one: EvalCase): LanguageModelV4CallOptions['prompt'] {
  const system = {
    role: 'system' as const,
    content: '',
    providerOptions: { bellhop: { language: 'auto', snippets: [] } },
  };
  return [
    system,
    ...one.messages.map(({ role, content }) => ({
      role,
      content: [{ type: 'text' as const, text: content }],
    })),
  ];
}

function toTool(
  action: EvalAction,
  examples: EvalExamples[],
  examplesGiven: number,
): LanguageModelV4FunctionTool {
  const own = examples.find((row) => row.action === action.id)?.examples ?? [];
  return {
    type: 'function',
    name: action.id,
    description: action.guidance,
    inputSchema: { type: 'object', properties: {}, additionalProperties: false },
    providerOptions: {
      bellhop: {
        label: action.name,
        guidance: {
          whenToUse: action.guidance,
          whenNotToUse: action.whenNotToUse ?? '',
          examples: own.slice(0, examplesGiven),
          counterExamples: [],
        },
      },
    },
  };
}
