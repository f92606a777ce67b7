import { TemplateError } from '../template-error.ts';

/** What stands between `{{` and `}}`. */
export interface Placeholder {
  /** The input's name, then the own properties that lead into an object; for a secret its name alone. */
  keys: [string, ...string[]];
  isSecret: boolean;
  /** `{{name?}}`: it may be missing. */
  isOptional: boolean;
}

/** Literal text, or a placeholder in it. */
export type Part = string | Placeholder;

/** Splits a text at its placeholders. `\{{` stands for `{{`. @throws TemplateError `placeholder_syntax` */
export function readText(text: string, path: string): Part[] {
  const parts: Part[] = [];
  let literal = '';
  let end = 0;
  for (const { 0: found, 1: inside, index } of text.matchAll(/\\\{\{|\{\{(.*?)\}\}|\{\{/gs)) {
    literal += text.slice(end, index);
    end = index + found.length;
    if (found === '\\{{') literal += '{{';
    else {
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push(readPlaceholder(inside, path));
    }
  }
  literal += text.slice(end);
  return literal === '' ? parts : [...parts, literal];
}

/** The placeholders of a text. */
export function placeholdersOf(parts: Part[]): Placeholder[] {
  return parts.filter((part) => typeof part !== 'string');
}

export function readPlaceholder(inside: string | undefined, path: string): Placeholder {
  if (inside === undefined)
    throw new TemplateError(
      'placeholder_syntax',
      path,
      'has {{ without }}; write \\{{ where you mean the braces',
    );
  const [, name, mark] = PLACEHOLDER.exec(inside) ?? [];
  const isOptional = mark !== undefined;
  const [first = '', ...rest] = name?.split('.') ?? [];
  const isSecret = first === 'secrets' && rest.length > 0;
  const isWrongSecret = isSecret && (rest.length > 1 || isOptional);
  if (name === undefined || isWrongSecret)
    throw new TemplateError(
      'placeholder_syntax',
      path,
      `has {{${inside.slice(0, 40)}}}; a placeholder is {{name}}, {{name?}} when it may be missing, {{name.part}} or {{secrets.NAME}}`,
    );
  return isSecret
    ? { keys: [rest[0] ?? ''], isSecret, isOptional }
    : { keys: [first, ...rest], isSecret, isOptional };
}

const PLACEHOLDER = /^\s*([A-Za-z_]\w{0,63}(?:\.[A-Za-z_]\w{0,63})*)\s*(\?)?\s*$/;
