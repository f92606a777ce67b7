import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Language } from '../form-props.ts';
import type { PlaceholderNames } from './placeholder-names.ts';

/** After `{{`, offers the questions and the secrets. */
export function completePlaceholders(read: () => PlaceholderNames) {
  return (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(/\{\{\s*[\w.]*$/);
    if (!typed) return null;
    const { inputs, secrets, language } = read();
    const say = texts[language];
    const after = context.state.sliceDoc(context.pos, context.pos + 2);
    const close = after === '}}' ? '' : '}}';
    const offer = (name: string, detail: string): Completion => ({
      label: `{{${name}}}`,
      detail,
      apply: `{{${name}${close}`,
    });
    return {
      from: typed.from,
      to: context.pos,
      options: [
        ...inputs.map((name) => offer(name, say.input)),
        ...secrets.map((name) => offer(`secrets.${name}`, say.secret)),
      ],
      validFor: /^\{\{\s*[\w.]*$/,
    };
  };
}

const texts: Record<Language, { input: string; secret: string }> = {
  en: { input: 'asked from the visitor', secret: 'secret' },
  de: { input: 'wird gefragt', secret: 'Geheimnis' },
};
