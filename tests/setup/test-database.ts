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
  await administer(url, `create database ${name} template ${migrated ? template : 'template0'}`);
  return {
    url: withDatabase(url, name),
    drop: () => administer(url, `drop database if exists ${name} with (force)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
