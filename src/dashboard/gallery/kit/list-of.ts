/** A list of the API, all on one page. */
export function listOf<Item>(...items: Item[]) {
  return { items, nextCursor: null };
}
