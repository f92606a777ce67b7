import { z } from 'zod';

/** Raised when an older Bellhop could no longer read what is written. */
export const FORMAT = 1;

/** What a frame of the file is: 1 byte, then the length of the rest in 4. The whole file is packed with zstd. */
export const frameTypes = { head: 1, part: 2, data: 3, partEnd: 4, end: 5 } as const;

const migrationSchema = z.object({ number: z.number().int(), name: z.string(), checksum: z.string() });

/** The first frame. */
export const headSchema = z.object({
  bellhop: z.literal('backup'),
  format: z.number().int(),
  madeAt: z.string(),
  /** The state of the schema: a restore runs exactly these first. */
  migrations: z.array(migrationSchema).min(1),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Which master key its secrets need; null: it has none yet. */
  kid: z.string().nullable(),
});

/** Before the data of a table, or of a file. */
export const partSchema = z.object({
  kind: z.enum(['table', 'file']),
  name: z.string(),
  columns: z.array(z.string()),
});

/** After it. `sum` is of its rows in any order, `sha256` of its bytes as they stand here. */
export const partEndSchema = z.object({
  kind: z.enum(['table', 'file']),
  name: z.string(),
  rows: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  sum: z.string(),
});

/** The last frame: a file without it is cut. `head` is the SHA-256 of the first. */
export const endSchema = z.object({ head: z.string(), parts: z.array(partEndSchema) });

export type Head = z.infer<typeof headSchema>;
export type Part = z.infer<typeof partSchema>;
export type PartEnd = z.infer<typeof partEndSchema>;
