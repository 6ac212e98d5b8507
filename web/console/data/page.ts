/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
