import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { unescape as decodePercent } from 'node:querystring';
import proxyAddr from 'proxy-addr';
import { z } from 'zod';
import { type EgressAllow, parseEgressAllow } from './egress/egress-allow.ts';
import { parseSecret } from './secrets/parse-secret.ts';
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
  /** Master secrets as base64, the current one first. Undefined: the secret file in the data folder. */
  secret: string | undefined;
  /** Hosts, hosts with ports, and CIDRs that may be called although they are private. */
  egressAllow: EgressAllow;
  /** A proxy that all requests of actions go through. */
  egressProxy: string | undefined;
  /** For agents that name no key or no address. */
  modelDefaults: {
    openaiKey: string | undefined;
    anthropicKey: string | undefined;
    googleKey: string | undefined;
    openaiBaseUrl: string | undefined;
  };
  /** Where third parties are that are not where they usually are, by kind of connection and name of the address. */
  connectionAddresses: Record<string, Record<string, string>>;
  /** The mail server, and whom mails are from. */
  mail: { smtpUrl: string | undefined; from: string | undefined };
  rateLimit: boolean;
  /** Proxies in front of us: a number of hops, or addresses and CIDRs. */
  trustProxy: number | string[];
  /** A backup a day. */
  backup: boolean;
  logLevel: string;
}

const blankToUndefined = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankToUndefined, schema.optional());

/** It becomes a header. */
const apiKey = z.string().regex(/^[\x21-\x7e]+$/, 'must have no spaces, line breaks or letters beyond ASCII');

const address = optional(z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')));

const schema = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65_535)),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://')),
  BELLHOP_API_KEY: optional(z.string().min(16, 'must have at least 16 characters')),
  BELLHOP_SECRET: optional(
    z
      .string()
      .refine(
        (text) => parseSecret(text) !== null,
        'must be 32 random bytes as base64, as "openssl rand -base64 32" prints them',
      ),
  ),
  EGRESS_ALLOW: optional(z.string()),
  EGRESS_PROXY: optional(z.url({ protocol: /^https?$/ })),
  OPENAI_API_KEY: optional(apiKey),
  ANTHROPIC_API_KEY: optional(apiKey),
  GOOGLE_API_KEY: optional(apiKey),
  OPENAI_BASE_URL: optional(z.url({ protocol: /^https?$/ })),
  CALENDLY_API_URL: address,
  CALENDLY_AUTH_URL: address,
  CAL_API_URL: address,
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(
    z.string().regex(/^[^\r\n]{3,200}$/, 'must be one address, such as Bellhop <help@example.com>'),
  ),
  RATE_LIMIT: optional(z.enum(['on', 'off'])),
  TRUST_PROXY: optional(z.string()),
  BACKUP: optional(z.enum(['on', 'off'])),
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
    secret: values.BELLHOP_SECRET,
    egressAllow: parseAllow(values.EGRESS_ALLOW ?? ''),
    egressProxy: values.EGRESS_PROXY,
    modelDefaults: {
      openaiKey: values.OPENAI_API_KEY,
      anthropicKey: values.ANTHROPIC_API_KEY,
      googleKey: values.GOOGLE_API_KEY,
      openaiBaseUrl: values.OPENAI_BASE_URL,
    },
    connectionAddresses: {
      calendly: keepGiven({ api: values.CALENDLY_API_URL, auth: values.CALENDLY_AUTH_URL }),
      cal: keepGiven({ api: values.CAL_API_URL }),
    },
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM },
    rateLimit: values.RATE_LIMIT !== 'off',
    trustProxy: parseTrustProxy(values.TRUST_PROXY),
    backup: values.BACKUP !== 'off',
    logLevel: values.LOG_LEVEL ?? 'info',
  };
}

/** The settings that must never be told. Not the database's password: many have `postgres`, a word of every day. */
export function listCredentials({ apiKey, modelDefaults, egressProxy, mail }: Env): string[] {
  const { openaiKey, anthropicKey, googleKey } = modelDefaults;
  const proxyPassword = egressProxy && decodePercent(new URL(egressProxy).password);
  const mailPassword = mail.smtpUrl && decodePercent(new URL(mail.smtpUrl).password);
  const credentials = [apiKey, openaiKey, anthropicKey, googleKey, proxyPassword, mailPassword];
  return credentials.filter((value) => value !== undefined);
}

/** Adds what `.env` in this folder says to the environment; what is already set stays. */
export function readEnvFile(path: string): void {
  if (existsSync(path)) loadEnvFile(path);
}

function keepGiven(addresses: Record<string, string | undefined>): Record<string, string> {
  const given = Object.entries(addresses).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(given);
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

function parseAllow(value: string): EgressAllow {
  try {
    return parseEgressAllow(value);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`EGRESS_ALLOW cannot be used: ${reason}.`, { cause });
  }
}
