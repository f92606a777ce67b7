import type { RequestInput } from '../../contract/http/request.ts';
import { toWords } from './fill-message.ts';
import { labelOf } from './label-of.ts';

/** What the visitor confirms: each input that has a value, in words for people. */
export function listShown(
  inputs: RequestInput[],
  readValue: (name: string) => unknown,
): { label: string; value: string }[] {
  return inputs.flatMap(({ name, description }) => {
    const value = toWords(readValue(name));
    return value === '' ? [] : [{ label: description || labelOf(name), value }];
  });
}
