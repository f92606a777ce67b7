import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { withDatabase } from './with-database.ts';

export interface TestDatabase {
  /** For DATABASE_URL and `openDatabase`. */
  url: string;
  drop(): Promise<void>;
}

/** A database of its own, migrated or empty. What a test forgets to drop is dropped after the run. */
export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const { url, template, prefix } = inject('postgres');
  const name = `${prefix}${crypto.randomUUID().replaceAll('-', '')}`;
  const source = migrated ? template : 'template0';
  await administer(url, (client) => client.query(`create database ${name} template ${source}`));
  return {
    url: withDatabase(url, name),
    drop: () => administer(url, dropWhenLeft(name)),
  };
}

/** Sessions that are just closing get a second: one that is thrown out would be an error in its process. */
function dropWhenLeft(name: string): (client: pg.Client) => Promise<unknown> {
  return async (client) => {
    const text = 'select 1 from pg_stat_activity where datname = $1';
    const end = performance.now() + 1_000;
    while ((await client.query(text, [name])).rowCount && performance.now() < end) await pause(10);
    return client.query(`drop database if exists ${name} with (force)`);
  };
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
