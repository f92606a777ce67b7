import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { inCheckout } from './checkout.mjs';

/**
 * What each kind of action has put into its `gallery.ts`: an action, and its card in each state.
 * @type {Record<string, { sample: { settings: Record<string, unknown> }, cards?: { state: string, payload: object }[] }>}
 */
export const kindSamples = {};
for (const file of globSync('*/gallery.ts', { cwd: inCheckout('src', 'actions') }).sort())
  kindSamples[dirname(file)] = await import(new URL(`../src/actions/${file}`, import.meta.url).href);
