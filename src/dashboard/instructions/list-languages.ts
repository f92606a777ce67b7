const OFFERED = ['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr'];

/** Languages by their names in the language of the reader; the one that is set is among them, whatever it is. */
export function listLanguages(reader: string, current: string): { value: string; label: string }[] {
  const tags = current === 'auto' || OFFERED.includes(current) ? OFFERED : [...OFFERED, current];
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  return tags
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, reader));
}
