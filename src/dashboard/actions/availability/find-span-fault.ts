import type { OfficeHours, Weekday } from '../../../contract/actions/availability.ts';

export type Span = NonNullable<OfficeHours['weekly'][Weekday]>[number];

/** What is wrong with one of a day's spans: a time is missing, it ends before it begins, or another one is in it. */
export function findSpanFault(spans: Span[], index: number): 'empty' | 'order' | 'overlap' | null {
  const span = spans[index];
  if (!span) return null;
  if (!span.from || !span.to) return 'empty';
  if (span.to <= span.from) return 'order';
  const isApart = spans.every(
    (other, place) => place === index || other.to <= span.from || other.from >= span.to,
  );
  return isApart ? null : 'overlap';
}
