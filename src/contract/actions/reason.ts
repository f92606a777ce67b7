import { z } from 'zod';
import { REASON_TEXTS, type ReasonCode } from './reason-texts.ts';

export const reasonSchema = z
  .object({
    /** What programs and translations go by; a newer server may know more of them. */
    code: z.string(),
    /** What stands in its text: names, words, numbers. */
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    /** In English. */
    text: z.string(),
  })
  .meta({ id: 'Reason' });

/** An action that could not be chosen, and why. */
export const absentActionSchema = z.object({ name: z.string(), reasons: z.array(reasonSchema) });

export type Reason = z.infer<typeof reasonSchema>;
export type AbsentAction = z.infer<typeof absentActionSchema>;

type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type ValuesOf<Code extends ReasonCode> = Record<NamesIn<(typeof REASON_TEXTS)[Code]>, string | number>;

/** With just the values that its text has places for. */
export function giveReason<Code extends ReasonCode>(
  code: Code,
  ...[values]: NamesIn<(typeof REASON_TEXTS)[Code]> extends never ? [] : [ValuesOf<Code>]
): Reason {
  const known: Record<string, string | number> = values ?? {};
  const text = REASON_TEXTS[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(known[name]));
  return { code, values: known, text };
}
