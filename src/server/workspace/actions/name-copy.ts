const NAME_MAX_CHARS = 80;

/** A name that is not taken: the same one, or with a number after it. */
export function nameCopy(name: string, taken: ReadonlySet<string>): string {
  let copy = name;
  for (let count = 2; taken.has(copy); count++) {
    const mark = ` (${count})`;
    copy = `${name.slice(0, NAME_MAX_CHARS - mark.length).trimEnd()}${mark}`;
  }
  return copy;
}
