/** The entries of a list of words, which are written with blanks and new lines between them. */
export function splitList(list = ''): string[] {
  return list.split(/\s+/).filter((entry) => entry !== '');
}
