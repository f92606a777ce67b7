/** The gallery of the dashboard at one address, as `npm run dev` has it. */
import { hashSources } from './ensure-built.mjs';
import { startGallery } from './start-gallery.mjs';

const PORT = 3211;

const { url, close } = await startGallery({ port: PORT, stampOf: hashSources });
process.stdout.write(`Gallery    ${url}\n`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => close().then(() => process.exit(0)));
