/** Builds the gallery of the dashboard, which is for whoever works on it. Prints nothing. */
import { buildPages } from './build-pages.mjs';
import { inCheckout } from './checkout.mjs';

/** @param {{ outdir: string }} options */
export async function buildGallery({ outdir }) {
  await buildPages({
    root: inCheckout('src', 'dashboard', 'gallery'),
    outdir,
    // What React says only while something is developed is what one wants to hear here.
    define: { 'process.env.NODE_ENV': JSON.stringify('development') },
    minify: false,
  });
}
