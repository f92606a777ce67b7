/** One page of a list, as the API gives it. */
export interface PageOf<Item> {
  items: Item[];
  nextCursor: string | null;
}
