import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Deadlines } from './deadlines.ts';
import { readStep } from './read-step.ts';

const TASK =
  'Translate the text into English, sentence by sentence, and leave nothing out. Answer with the translation only.';

/** Puts a reply into English, for a check in a language that has no words of claims. @throws as `readStep` does */
export async function toEnglish(
  model: LanguageModelV4,
  text: string,
  { signal, deadlines }: { signal: AbortSignal; deadlines: Deadlines },
): Promise<string> {
  const step = await readStep(model, {
    call: {
      prompt: [
        { role: 'system', content: TASK },
        { role: 'user', content: [{ type: 'text', text }] },
      ],
    },
    signal,
    deadlines,
  });
  return step.text;
}
