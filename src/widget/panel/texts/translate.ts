/** One wording per plural form of the language, as `Intl.PluralRules` names them. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** A text by its key, with `{name}` filled in; `{count}` also picks the plural form. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

export function createTranslate(language: string, texts: Record<string, string | Plural>): Translate {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const found = texts[key];
    // A kind of card that is newer than these texts: its key still says more than nothing.
    if (found === undefined) return key;
    const text =
      typeof found === 'string' ? found : (found[plurals.select(Number(values.count))] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers.format(value) : (value ?? whole);
    });
  };
}
