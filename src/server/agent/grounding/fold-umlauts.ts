/** "mueller" → "muller", as the folded "müller" is written. */
export function foldUmlauts(folded: string): string {
  return folded.replace(/([aou])e/g, '$1');
}

export function hasUmlaut(written: string): boolean {
  return /[äöü]/iu.test(written.normalize('NFC'));
}
