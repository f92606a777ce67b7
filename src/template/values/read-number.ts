/**
 * A number, or the text of one, that arrives at the other side as it was given.
 * @returns undefined when it is no number, `inexact` when it would be rounded
 */
export function readNumber(value: unknown): number | 'inexact' | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? checkRange(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const [text, whole = '', fraction = ''] = NUMBER.exec(value.trim()) ?? [];
  if (text === undefined) return undefined;
  const number = checkRange(Number(text));
  if (number === 'inexact') return number;
  const digits = `${whole}${fraction}`.replace(/^0+/, '').replace(/0+$/, '');
  // Fifteen digits always survive; more of them, or a value that vanished, may not.
  const isExact = digits.length <= 15 ? (digits === '') === (number === 0) : isWrittenBack(number, digits);
  return isExact ? number : 'inexact';
}

const NUMBER = /^[+-]?(\d+)(?:\.(\d+))?(?:[eE][+-]?\d{1,6})?$/;

/** Beyond 2^53 neighbours become the same number. -0 is 0. */
function checkRange(number: number): number | 'inexact' {
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) return 'inexact';
  return number === 0 ? 0 : number;
}

function isWrittenBack(number: number, digits: string): boolean {
  const written = String(Math.abs(number)).replace(/e.*$/, '').replace('.', '');
  return written.replace(/^0+/, '').replace(/0+$/, '') === digits;
}
