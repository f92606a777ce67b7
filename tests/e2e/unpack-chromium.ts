import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface ChromiumInstall {
  executablePath: string;
  /** Added to the browser's environment: where its own libraries and fonts are. */
  env: Record<string, string>;
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium`, once for each of its versions: some 250 MB in the temporary folder.
 * It comes with the shared libraries and fonts that a bare machine misses.
 */
export async function unpackChromium(): Promise<ChromiumInstall> {
  const packageFolder = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const home = await openPrivateFolder(join(tmpdir(), `bellhop-chromium-${process.getuid?.() ?? 0}`));
  const folder = join(home, version);

  if (!(await exists(folder))) await unpackInto(folder, join(packageFolder, 'bin'));
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Into a sibling, then renamed: test files that start together never see half a browser. */
async function unpackInto(folder: string, archives: string): Promise<void> {
  const staging = await mkdtemp(`${folder}.unpacking-`);
  try {
    await inflateAll(archives, staging);
    await writeFile(join(staging, 'fonts.conf'), listFonts(folder));
    await rename(staging, folder);
  } catch (error) {
    // Another test file was quicker: its folder is as good.
    if (!(await exists(folder))) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The package's own list of fonts names only folders of the cloud service it was made for. */
function listFonts(folder: string): string {
  const folders = ['/usr/share/fonts', join(folder, 'fonts')].map((path) => `<dir>${path}</dir>`).join('');
  return `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`;
}

/** In a process of its own, because the package always unpacks into the process's temporary folder. */
async function inflateAll(archives: string, staging: string): Promise<void> {
  const script = `
    import { inflate } from ${JSON.stringify(import.meta.resolve('@sparticuz/chromium'))};
    const names = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(names.map((name) => inflate(${JSON.stringify(archives)} + '/' + name)));
  `;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: staging, NODE_OPTIONS: '' },
  });
}

/** What lies here is executed, so the folder has to be ours and nobody else's. */
async function openPrivateFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const { uid, mode } = await stat(path);
  if (process.getuid && (uid !== process.getuid() || mode & 0o022)) {
    throw new Error(`${path} belongs to another user: remove it, or set CHROME_PATH`);
  }
  return path;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
