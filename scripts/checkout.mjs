import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json. */
export const checkout = fileURLToPath(new URL('..', import.meta.url));

/** @param {...string} parts */
export const inCheckout = (...parts) => join(checkout, ...parts);
