import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { inCheckout } from './checkout.mjs';
import { fail } from './fail.mjs';

const WANTED = 24;

/** The Node that runs Bellhop: this one when it is new enough, else the one that npm installed beside us. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = inCheckout('node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  if (existsSync(installed)) return installed;
  return fail(`this is Node ${process.versions.node}, and Bellhop needs Node ${WANTED}: https://nodejs.org`);
}

/** The environment in which a plain `node` is that one, too. */
export function environmentFor(node) {
  return { ...process.env, PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter) };
}
