import type { RequestInput } from '../../contract/http/request.ts';
import { TemplateError } from '../template-error.ts';
import { isForbiddenKey } from '../values/forbidden-key.ts';
import { type Part, type Placeholder, placeholdersOf, readText } from './read-text.ts';

/** What the placeholders of one template may speak of. */
export interface Scope {
  /** The secrets that were met so far. */
  readonly secretNames: Set<string>;
  /** Splits a text, and knows every placeholder in it. @throws TemplateError */
  read(text: string, path: string): Part[];
  /** @throws TemplateError `unknown_placeholder` */
  know(placeholder: Placeholder, path: string): void;
}

/** @throws TemplateError `bad_name` or `input_type` when an input is none that can be used */
export function createScope(inputs: RequestInput[]): Scope {
  checkInputs(inputs);
  const byName = new Map(inputs.map((input) => [input.name, input]));
  const secretNames = new Set<string>();

  function know({ keys: [name, ...rest], isSecret }: Placeholder, path: string): void {
    if (isSecret) {
      secretNames.add(name);
      return;
    }
    const input = byName.get(name);
    if (!input) throw new TemplateError('unknown_placeholder', path, wordUnknown(name, [...byName.keys()]));
    const isReadable = rest.length === 0 || (input.type === 'object' && !rest.some(isForbiddenKey));
    if (!isReadable)
      throw new TemplateError(
        'unknown_placeholder',
        path,
        `has {{${[name, ...rest].join('.')}}}, and ${name} has no such part; only an input of the type object has parts`,
      );
  }

  return {
    secretNames,
    know,
    read(text, path) {
      const parts = readText(text, path);
      for (const placeholder of placeholdersOf(parts)) know(placeholder, path);
      return parts;
    },
  };
}

function checkInputs(inputs: RequestInput[]): void {
  const taken = new Set<string>();
  for (const [index, { name, type, options }] of inputs.entries()) {
    const path = `inputs.${index}.name`;
    if (!/^[A-Za-z_]\w{0,63}$/.test(name))
      throw new TemplateError(
        'bad_name',
        path,
        'must be a word of letters, digits and _ that does not begin with a digit, like order_id',
      );
    // These mean something else, here or in the programs that get the request.
    if (name === 'secrets' || isForbiddenKey(name) || name in Object.prototype)
      throw new TemplateError(
        'bad_name',
        path,
        `cannot be ${name}: that word has another meaning; choose another`,
      );
    if (taken.has(name))
      throw new TemplateError(
        'bad_name',
        path,
        `is ${name} a second time; every input needs a name of its own`,
      );
    taken.add(name);
    if (type === 'enum' && !options?.length)
      throw new TemplateError('input_type', `inputs.${index}.options`, 'needs at least one choice');
  }
}

function wordUnknown(name: string, known: string[]): string {
  const there = known.length > 0 ? `the inputs are ${known.join(', ')}` : 'there are no inputs yet';
  return `has {{${name}}}, and there is no such input; ${there}`;
}
