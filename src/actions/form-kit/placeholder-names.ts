import type { Language } from '../form-props.ts';

/** What a placeholder may name. */
export interface PlaceholderNames {
  /** Of the questions. */
  inputs: string[];
  /** Those that are stored. */
  secrets: string[];
  language: Language;
  /** Makes a question of a name that is not known yet. */
  addInput?(name: string): void;
}

export interface FoundPlaceholder {
  from: number;
  to: number;
  name: string;
  isSecret: boolean;
  isKnown: boolean;
}

/** The placeholders of a text, as they are shown; what is right is decided by the template when it is saved. */
export function findPlaceholders(text: string, { inputs, secrets }: PlaceholderNames): FoundPlaceholder[] {
  return [...text.matchAll(/\\\{\{|\{\{\s*([A-Za-z_][\w.]*)\s*\??\s*\}\}/g)].flatMap((match) => {
    const inside = match[1];
    if (inside === undefined) return [];
    const isSecret = inside.startsWith('secrets.');
    const name = isSecret ? inside.slice('secrets.'.length) : (inside.split('.')[0] ?? '');
    const isKnown = (isSecret ? secrets : inputs).includes(name);
    return [{ from: match.index, to: match.index + match[0].length, name, isSecret, isKnown }];
  });
}
