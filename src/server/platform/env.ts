import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import proxyAddr from 'proxy-addr';
import { z } from 'zod';
import { StartError } from './start-error.ts';
import { wordIssue } from './word-issue.ts';

/** The settings of one server process, read once. */
export interface Env {
  port: number;
  host: string;
  /** Where visitors reach this server, without a trailing slash; undefined: `http://host:port`. */
  publicUrl: string | undefined;
  /** Undefined: `data` in the checkout. */
  dataDir: string | undefined;
  /** Undefined: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  /** Has owner rights on the first workspace. */
  apiKey: string | undefined;
  rateLimit: boolean;
  /** Proxies in front of us: a number of hops, or addresses and CIDRs. */
  trustProxy: number | string[];
  logLevel: string;
}

const blankToUndefined = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankToUndefined, schema.optional());

const schema = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65_535)),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://')),
  BELLHOP_API_KEY: optional(z.string().min(16, 'must have at least 16 characters')),
  RATE_LIMIT: optional(z.enum(['on', 'off'])),
  TRUST_PROXY: optional(z.string()),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
});

/** Reads the settings. @throws StartError that names the setting and what is wrong with its value */
export function parseEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartError(
      `${issue?.path.join('.')} cannot be used: ${issue ? wordIssue(issue) : 'it is invalid'}.`,
    );
  }
  const values = parsed.data;
  return {
    port: values.PORT ?? 3210,
    host: values.HOST ?? '127.0.0.1',
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    apiKey: values.BELLHOP_API_KEY,
    rateLimit: values.RATE_LIMIT !== 'off',
    trustProxy: parseTrustProxy(values.TRUST_PROXY),
    logLevel: values.LOG_LEVEL ?? 'info',
  };
}

/** Adds what `.env` in this folder says to the environment; what is already set stays. */
export function readEnvFile(path: string): void {
  if (existsSync(path)) loadEnvFile(path);
}

function parseTrustProxy(value: string | undefined): number | string[] {
  if (!value) return 0;
  if (/^\d+$/.test(value)) return Number(value);
  const proxies = value.split(',').map((part) => part.trim());
  try {
    proxyAddr.compile(proxies);
    return proxies;
  } catch (cause) {
    const message = 'TRUST_PROXY cannot be used: give a number of proxies, or their addresses and CIDRs.';
    throw new StartError(message, { cause });
  }
}
