import { z } from 'zod';
import { AppError } from '../errors.ts';

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});

export type PageQuery = z.infer<typeof pageQuery>;

/** `nextCursor` is null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Makes one page of rows that were read with `limit + 1`, so that a full page knows whether another follows. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => string[],
  itemOf: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(itemOf),
    nextCursor: rows.length > limit && last ? writeCursor(keyOf(last)) : null,
  };
}

/** The place after what has this key, as `readCursor` takes it. */
export function writeCursor(key: string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The cursor of a list that is sorted by id. */
export const idCursor = z.tuple([z.string().regex(/^[\w-]{1,100}$/)]);

/** @throws AppError `invalid` when the cursor was not made by `toPage` for this list. */
export function readCursor<Key extends string[]>(
  cursor: string | undefined,
  schema: z.ZodType<Key>,
): Key | null {
  if (cursor === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new AppError('invalid', {
      publicMessage: 'cursor: use the nextCursor of the page before.',
      details: [{ path: 'cursor', message: 'is not a cursor of this list' }],
      cause,
    });
  }
}
