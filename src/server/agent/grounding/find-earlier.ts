import type { SourcedValue } from '../../../actions/define-call.ts';
import type { CallRow } from '../../ledger/call-row.ts';

/** Where a value came from that stands in this conversation's ledger: what the visitor gave before, or what an API answered. */
export function findEarlier(
  calls: readonly CallRow[],
  name: string,
  value: unknown,
): Omit<SourcedValue, 'value'> | null {
  for (const call of calls.toReversed()) {
    for (const input of Object.values(call.inputs)) {
      if (!isSame(input.value, value)) continue;
      if (input.source === 'form') return { source: 'form', at: { callId: call.id, ...input.at } };
      if (input.source === 'visitor') return { source: 'visitor', at: { callId: call.id, ...input.at } };
    }
  }
  const words = wordsOf(name);
  for (const call of calls.toReversed()) {
    if (call.state !== 'done' || !isWorthLooking(value)) continue;
    if (answers(call.result?.data, [], words, value)) return { source: 'result', at: { callId: call.id } };
  }
  return null;
}

/** A yes or a bare digit stands in every answer by chance. */
function isWorthLooking(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}

/** The very value in a field that is called like the input: `order_id` in `order.id`, but not in `customer_id`. */
function answers(data: unknown, path: string[], words: string, value: unknown): boolean {
  if (Array.isArray(data)) return data.some((item) => answers(item, path, words, value));
  if (typeof data === 'object' && data !== null)
    return Object.entries(data).some(([key, item]) => answers(item, [...path, key], words, value));
  if (!isSame(data, value)) return false;
  const [own = '', parent = ''] = path.toReversed();
  return wordsOf(own) === words || `${singular(wordsOf(parent))} ${wordsOf(own)}`.trim() === words;
}

/** `orderId`, `order_id` → "order id". */
function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-.\s]+/g, ' ')
    .toLowerCase()
    .trim();
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}

function fold(value: unknown): string {
  return String(value).normalize('NFKC').trim().toLowerCase();
}

/** The same value, however it is typed; a yes or no is never the same as another one. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'boolean' || typeof other === 'boolean') return false;
  if (typeof one === 'object' || typeof other === 'object')
    return JSON.stringify(one) === JSON.stringify(other);
  return fold(one) === fold(other);
}
