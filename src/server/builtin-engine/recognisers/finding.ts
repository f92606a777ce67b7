/** A value that stands in a text. */
export interface Finding<Value = string> {
  /** Where its words begin and end. */
  from: number;
  to: number;
  value: Value;
  /** It could be something else by itself: taken only where it was asked for or a word beside it says so. */
  isWeak?: boolean;
}

export function overlaps(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from < b.to && b.from < a.to;
}
