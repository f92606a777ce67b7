import type { Client } from 'pg';
import { CopyOut } from './copy-out.ts';
import { RowSum } from './row-sum.ts';
import { nameTable, type Table } from './tables.ts';

/** Reads a table as a backup does, for what it is made of. */
export async function sumTable(session: Client, schema: string, table: Table): Promise<RowSum> {
  const sum = new RowSum();
  const copy = session.query(new CopyOut(`copy ${nameTable(session, schema, table)} to stdout`));
  for await (const batch of copy) for (const row of batch) sum.add(row);
  return sum;
}
