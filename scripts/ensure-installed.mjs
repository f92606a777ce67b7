import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { checkout, inCheckout } from './checkout.mjs';
import { fail } from './fail.mjs';
import { withLock } from './with-lock.mjs';

/** Lets npm install unless node_modules already holds what package-lock.json asks for. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(async () => {
    if (!isInstalled()) install();
  });
}

/** npm's own record of what it installed: right after a hand-made `npm install`, too. */
function isInstalled() {
  const wanted = readPackages(inCheckout('package-lock.json'));
  const installed = readPackages(inCheckout('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = installed[path];
    return path === '' || (found ? found.version === version : optional);
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

/**
 * Exactly the locked versions, and the lockfile stays as it is. Not `npm ci`: that refuses the whole lockfile when it lacks
 * a package of some other platform, which a mirror of the registry may not have had.
 */
function install() {
  process.stdout.write('Installing the packages …\n');
  // Node 20 gets warnings about tools that run under the Node 24 among these packages.
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: checkout, stdio: 'inherit' };
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (error) fail(`npm could not be started (${error.message})`);
  if (status !== 0) fail('npm could not install the packages; see above');
}
