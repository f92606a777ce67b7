/**
 * Keeps a spreadsheet from running what a visitor wrote: a cell that would start a formula gets a leading quote.
 * Full-width twins count, as does a start behind spaces; a byte order mark is dropped.
 * Source: OWASP, CSV Injection.
 */
export function guardCell(value: string): string {
  const text = value.replaceAll('\ufeff', '');
  return /^[\s]*[=+\-@|＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
