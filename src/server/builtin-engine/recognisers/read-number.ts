/** "1,234.56", "1.234,56", "49,99", "1 000" → number; null: no number that is written like that. */
export function readNumber(written: string): number | null {
  const plain = written.replace(/(?<=\d)[ '’\u00A0](?=\d{3})/g, '');
  const decimal = /^[+-]?\d{1,3}(?:([.,])\d{3})+(?:(?!\1)[.,](\d{1,2}))?$/.exec(plain);
  const bare = decimal
    ? plain.replaceAll(decimal[1] ?? ',', '').replace(',', '.')
    : plain.replace(/,(?=\d+$)/, '.');
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(bare)) return null;
  const value = Number(bare);
  return Number.isSafeInteger(Math.trunc(value)) ? value : null;
}
