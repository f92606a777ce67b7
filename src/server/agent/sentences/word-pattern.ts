/** A word: letters and digits, with marks and invisible characters between them. To be used anew: it keeps its place. */
export function wordPattern(): RegExp {
  return /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*/gu;
}
