import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findAny } from './any-rule.ts';
import { findCycles } from './cycle-rule.ts';
import { findEnvironmentReads } from './environment-rule.ts';
import { findKindNames } from './kind-name-rule.ts';
import { findKindFaults } from './kind-rule.ts';
import { findLayerFaults } from './layer-rule.ts';
import { findNameFaults } from './name-rule.ts';
import { findContractPackages, findStrayRuntimes } from './runtime-rule.ts';
import { findSizeFaults } from './size-rule.ts';
import { findBundledSockets, findSockets } from './socket-rule.ts';
import { parseSource, type SourceFile } from './source-file.ts';

const serverBundle = new URL('../../dist/server.mjs', import.meta.url);

/** A small house in memory: path → text. Every rule has to find the fault in its own. */
function build(texts: Record<string, string>): SourceFile[] {
  return Object.entries(texts).map(([path, text]) => parseSource(path, text));
}

describe('imports only go left', () => {
  it.each([
    ['src/contract/entry.ts', "import '../server/main.ts'", 'is to the left of src/server/main.ts'],
    [
      'src/contract/entry.ts',
      "import type { A } from '../actions/define.ts'",
      'is to the left of src/actions',
    ],
    ['src/actions/define.ts', "export * from '../server/platform/log.ts'", 'is to the left of'],
    [
      'src/server/leads/leads.ts',
      "import '../knowledge/search.ts'",
      'is to the left of src/server/knowledge',
    ],
    ['src/server/platform/log.ts', "await import('../leads/leads.ts')", 'is to the left of'],
    ['src/server/app.ts', "import '../widget/panel/main.tsx'", 'never import each other'],
    ['src/widget/panel/main.tsx', "let a: import('../../server/app.ts').A", 'never import each other'],
    ['src/widget/loader/main.ts', "import '../panel/chat.ts'", 'never import each other'],
    ['src/widget/pick-language.ts', "import './panel/chat.ts'", 'is to the left of src/widget/panel'],
    ['src/server/app.ts', "import '../../demo/shop-server.ts'", 'is to the left of demo'],
    ['src/server/app.ts', "import '../../tests/harness.ts'", 'no part of the house'],
    ['src/server/loose.ts', '', 'has no place in the house'],
    ['src/new-thing/first.ts', '', 'has no place in the house'],
  ])('%s: %s', (path, text, fault) => {
    expect(findLayerFaults(build({ [path]: text }))).toEqual([expect.stringContaining(fault)]);
  });

  it('to the left, within a room, and in tests they are welcome', () => {
    const files = build({
      'src/server/main.ts':
        "import './app.ts'; import '../../demo/shop-server.ts'; import '../contract/entry.ts'",
      'src/server/leads/leads.ts': "import './row.ts'; import '../platform/log.ts'; import 'hono'",
      'src/widget/panel/main.tsx': "import '../pick-language.ts'; import '../../actions/cards.tsx'",
      'src/server/platform/log.test.ts': "import '../app.ts'",
    });
    expect(findLayerFaults(files)).toEqual([]);
  });
});

describe('no import goes in a circle', () => {
  it('of two, of three, or with oneself', () => {
    const files = build({
      'src/a.ts': "import './b.ts'",
      'src/b.ts': "import type { C } from './c.ts'",
      'src/c.ts': "export { a } from './a.ts'",
      'src/d.ts': "import './d.ts'",
    });
    expect(findCycles(files)).toEqual([
      expect.stringContaining('src/a.ts → src/b.ts → src/c.ts → src/a.ts is a circle'),
      expect.stringContaining('src/d.ts → src/d.ts'),
    ]);
  });

  it('two ways to one file are no circle', () => {
    const files = build({
      'a.ts': "import './b.ts'; import './c.ts'",
      'b.ts': "import './c.ts'",
      'c.ts': '',
    });
    expect(findCycles(files)).toEqual([]);
  });
});

describe('a kind knows its folder and its port', () => {
  it.each([
    "import '../lead-form/payload.ts'",
    "import type { Log } from '../../server/platform/log.ts'",
    "import '../index.ts'",
  ])('%s', (text) => {
    const [fault, ...more] = findKindFaults(build({ 'src/actions/button/execute.ts': text }));
    expect(fault).toMatch(/^src\/actions\/button\/execute\.ts:1 imports .* comes through ActionContext\.$/);
    expect(more).toEqual([]);
  });

  it('its own files, define.ts, card-props.ts, the contract and packages are fine', () => {
    const text = ['./payload.ts', '../define.ts', '../card-props.ts', '../../contract/entry.ts', 'zod']
      .map((name) => `import '${name}';`)
      .join('\n');
    expect(findKindFaults(build({ 'src/actions/button/action.ts': text }))).toEqual([]);
  });
});

describe('nobody else knows a kind by its name', () => {
  const kinds = { 'src/actions/lead-form/action.ts': '', 'src/actions/button/action.ts': '' };

  it.each([
    ["if (kind === 'lead-form') run()", 1],
    ['const known = [`lead-form`]', 1],
    ["const table = { 'lead-form': 1 }", 1],
    ["if (card.kind !== 'button') run()", 1],
    ["switch (kind) { case 'button': run() }", 1],
    ["add({ kind: 'button' })", 1],
    ["document.createElement('button')", 0],
    ["const text = 'fill the lead-form in'", 0],
  ])('%s → %i', (text, count) => {
    const faults = findKindNames(build({ ...kinds, 'src/server/agent/run-turn.ts': text }));
    expect(new Set(faults.map((fault) => fault.split(' ')[0])).size).toBe(count);
  });

  it('its folder, the registries and tests may', () => {
    const text = "export const kind = 'lead-form'";
    const paths = [
      'src/actions/lead-form/execute.ts',
      'src/actions/index.ts',
      'src/actions/conformance.test.ts',
    ];
    expect(
      findKindNames(build({ ...kinds, ...Object.fromEntries(paths.map((path) => [path, text])) })),
    ).toEqual([]);
    expect(findKindNames(build({ ...kinds, 'src/actions/button/execute.ts': text }))).toHaveLength(1);
  });
});

describe('no program carries the code of another', () => {
  const entries = {
    'src/widget/loader/main.ts': '',
    'src/widget/panel/main.tsx': '',
    'src/dashboard/main.tsx': '',
    'src/server/main.ts': '',
    'src/widget/panel/owner/card-page.tsx': '',
  };

  it.each([
    ['src/widget/loader/main.ts', "import 'preact'"],
    ['src/widget/loader/main.ts', "import '../../contract/agent.ts'"],
    ['src/widget/panel/main.tsx', "import '../../contract/agent.ts'"],
    ['src/widget/panel/main.tsx', "import { type A } from '../../actions/button/action.ts'"],
    ['src/widget/panel/main.tsx', "await import('../../actions/button/execute.ts')"],
    ['src/widget/panel/main.tsx', "import 'node:crypto'"],
    ['src/server/main.ts', "import '../actions/cards.tsx'"],
    ['src/server/main.ts', "import 'preact/hooks'"],
    ['src/server/main.ts', "import '../widget/text-color.ts'"],
    ['src/server/main.ts', "import 'react'"],
    ['src/dashboard/main.tsx', "import '../contract/agent.ts'"],
    ['src/dashboard/main.tsx', "import '../actions/button/execute.ts'"],
    ['src/dashboard/main.tsx', "import 'preact'"],
  ])('%s: %s', (entry, text) => {
    const files = build({ ...entries, [entry]: text, 'src/contract/agent.ts': "import { z } from 'zod'" });
    expect(findStrayRuntimes(files)).toEqual([expect.stringContaining(`${entry} carries `)]);
  });

  it('types are erased, and a program that is gone is told', () => {
    const text = "import type { A } from '../../actions/button/action.ts'; import type { z } from 'zod'";
    expect(findStrayRuntimes(build({ ...entries, 'src/widget/panel/main.tsx': text }))).toEqual([]);
    expect(findStrayRuntimes([])).toHaveLength(Object.keys(entries).length);
  });

  it('the contract stands on zod alone', () => {
    const files = build({
      'src/contract/a.ts': "import { z } from 'zod'",
      'src/contract/b.ts': "import type { H } from 'hono'",
    });
    expect(findContractPackages(files)).toEqual([
      expect.stringContaining('src/contract/b.ts:1 imports hono'),
    ]);
  });
});

describe('one file reads the environment', () => {
  it.each([
    'process.env.PORT',
    "process['env'].PORT",
    'globalThis.process.env',
    'const { env } = process',
    "import { env } from 'node:process'",
  ])('%s', (text) => {
    expect(findEnvironmentReads(build({ 'src/server/app.ts': text }))).toHaveLength(1);
    expect(findEnvironmentReads(build({ 'src/server/platform/env.ts': text }))).toEqual([]);
  });

  it('the rest of the process, and an env of ours, are free', () => {
    const text = 'process.exit(1); settings.env.port; const env = parseEnv()';
    expect(findEnvironmentReads(build({ 'src/server/app.ts': text }))).toEqual([]);
  });
});

describe('the server opens no connection but to PostgreSQL', () => {
  it.each([
    "import http from 'node:http'",
    "import { connect } from 'net'",
    "import { request } from 'undici'",
    "import { lookup } from 'node:dns/promises'",
    "await import('undici')",
    "export { connect } from 'node:tls'",
    "import pg from 'pg'",
    "await fetch('https://example.com')",
    "globalThis.fetch('https://example.com')",
    "new WebSocket('wss://example.com')",
  ])('%s', (text) => {
    expect(findSockets(build({ 'src/server/leads/leads.ts': text }))).toHaveLength(1);
    expect(findSockets(build({ 'src/actions/button/execute.ts': text }))).toHaveLength(1);
  });

  it('the database, the way out, the widget, types and an app of ours may', () => {
    const files = build({
      'src/server/platform/egress/open-agents.ts':
        "import { Agent } from 'undici'; import { lookup } from 'node:dns'",
      'src/server/platform/database/open-database.ts': "import pg from 'pg'; import net from 'node:net'",
      'src/widget/panel/request.ts': "await fetch('/widget/v1/messages')",
      'src/server/app.ts': "import type { Server } from 'node:http'; app.fetch(request)",
    });
    expect(findSockets(files)).toEqual([]);
  });

  it('what speaks SMTP over sockets that it is given opens none itself', () => {
    const path = 'src/server/mail/mail-servers.ts';
    expect(findSockets(build({ [path]: "await import('nodemailer')" }))).toEqual([]);
    expect(findSockets(build({ [path]: "import { connect } from 'node:net'" }))).toHaveLength(1);
    const make = (text: string) => findSockets(build({ [path]: text }));
    expect(make('createTransport({ host, getSocket })')).toEqual([]);
    expect(make('nodemailer.createTransport({ host, getSocket: open })')).toEqual([]);
    for (const text of ['createTransport({ host })', 'mailer.createTransport(options, { getSocket })'])
      expect(make(text)).toEqual([expect.stringContaining('without getSocket')]);
    expect(findSockets(build({ 'src/server/mail/other.ts': "import 'nodemailer'" }))).toHaveLength(1);
  });
});

describe('the bundle opens no connection but by the ways that are known', () => {
  const file = (path: string, text: string) => `// ${path}\n${text}\n`;

  it.each([
    'require("net")',
    '__require("node:http")',
    'import { lookup } from "dns/promises";',
    'import("tls")',
  ])('%s', (text) => {
    const bundle = file('node_modules/undici/index.js', text) + file('node_modules/left-pad/a.js', text);
    expect(findBundledSockets(bundle)).toEqual([
      expect.stringMatching(/^node_modules\/left-pad\/a\.js uses /),
    ]);
  });

  it.skipIf(!existsSync(serverBundle))('as it was built', () => {
    const bundle = readFileSync(serverBundle, 'utf8');
    expect(bundle).toContain('// node_modules/undici/');
    expect(findBundledSockets(bundle)).toEqual([]);
  });
});

it('any is found wherever it stands', () => {
  const text = 'let a: any;\nconst b = c as unknown as Map<string, any>;\nconst any = 1;';
  expect(findAny(build({ 'tests/a.ts': text })).map((fault) => fault.split(' ')[0])).toEqual([
    'tests/a.ts:1',
    'tests/a.ts:2',
  ]);
});

describe('sizes stay within their budgets', () => {
  it.each([
    ['a long file', { ...many(9), 'src/a.ts': lines(301) }, 'src/a.ts has 301 lines'],
    [
      'a long loop',
      { 'src/server/agent/turn/run-turn.ts': lines(151), 'src/b.ts': '', 'src/c.ts': '' },
      '150 are the limit',
    ],
    ['a high median', { 'src/a.ts': lines(61) }, 'The median file has 61 lines'],
    ['a heavy tenth', { ...many(8), 'src/y.ts': lines(181), 'src/z.ts': lines(181) }, 'more than 181 lines'],
    ['a full folder', many(16), 'src/many has 16 files'],
    ['a deep file', { 'src/a/b/c/d/e.ts': '' }, 'deeper than 4'],
    ['a long chain', chain(15), 'A chain of 15 imports'],
  ])('%s', (_name, files, fault) => {
    expect(findSizeFaults(build(files))).toEqual([expect.stringContaining(fault)]);
  });

  it('at the limit is within it', () => {
    const files = {
      ...many(15),
      ...chain(14),
      'src/a.ts': lines(300),
      'src/a/b/c/d.ts': '',
      'src/a.test.ts': lines(999),
    };
    expect(findSizeFaults(build(files))).toEqual([]);
  });
});

function lines(count: number): string {
  return '// line\n'.repeat(count);
}

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/many/f${index}.ts`, '']));
}

/** `count` imports in a row. */
function chain(count: number): Record<string, string> {
  const link = (index: number) => (index < count ? `import '../c${index + 1}/f.ts'` : '');
  return Object.fromEntries(
    Array.from({ length: count + 1 }, (_, index) => [`src/c${index}/f.ts`, link(index)]),
  );
}

describe('names are kebab-case and say something', () => {
  it.each([
    'src/server/runTurn.ts',
    'src/Server/run.ts',
    'src/server/run_turn.ts',
    'src/a/utils.ts',
    'src/common/a.ts',
    'tests/types.ts',
  ])('%s', (path) => expect(findNameFaults([path])).toHaveLength(1));

  it('good names pass', () => {
    const paths = [
      'src/server/run-turn.ts',
      'src/server/run-turn.test.ts',
      'migrations/0001-main-job.sql',
      'src/a/use-store.tsx',
    ];
    expect(findNameFaults(paths)).toEqual([]);
  });
});

it('a file that cannot be read is no file without faults', () => {
  expect(() => parseSource('src/a.ts', 'const = 1')).toThrow('src/a.ts cannot be read');
  expect(() => parseSource('src/a.ts', 'await import(name)')).toThrow(
    'src/a.ts:1 imports what only the run will tell',
  );
});
