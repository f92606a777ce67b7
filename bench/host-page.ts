/**
 * What the widget costs the page that carries it: the sample shop with and without its script tag, in turn, in a
 * fresh browser profile with a processor four times slower.
 *
 *   node bench/host-page.ts [rounds]            (default 9; medians are printed)
 */
import { rm } from 'node:fs/promises';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { makeDataDir, startBuilt } from './start-built.ts';

const rounds = Number(process.argv[2] ?? 9);
const SETTLE_MS = 2_000;

interface Measure {
  blockingMs: number;
  layoutShift: number;
  requests: number;
  bytes: number;
  launcherMs: number;
}

const dataDir = await makeDataDir();
const product = await startBuilt({ DATA_DIR: dataDir, RATE_LIMIT: 'off' });
const browser = await launchBrowser();
const results: Record<'without' | 'with', Measure[]> = { without: [], with: [] };
try {
  for (let round = 0; round < rounds; round++) {
    results.without.push(await visit(false));
    results.with.push(await visit(true));
  }
  const extra = results.with.map((one, round) => one.blockingMs - (results.without[round]?.blockingMs ?? 0));
  console.log(`rounds                        ${rounds}, processor 4× slower`);
  console.log(
    `main thread blocked, without  ${median(results.without.map(({ blockingMs }) => blockingMs))} ms`,
  );
  console.log(`main thread blocked, with     ${median(results.with.map(({ blockingMs }) => blockingMs))} ms`);
  console.log(
    `added, pair by pair           ${median(extra)} ms (${Math.min(...extra)} to ${Math.max(...extra)})`,
  );
  console.log(
    `layout shift, with            ${Math.max(...results.with.map(({ layoutShift }) => layoutShift))}`,
  );
  console.log(`requests to Bellhop           ${median(results.with.map(({ requests }) => requests))}`);
  console.log(`bytes over the wire           ${median(results.with.map(({ bytes }) => bytes))}`);
  console.log(`launcher visible after        ${median(results.with.map(({ launcherMs }) => launcherMs))} ms`);
} finally {
  await browser.close();
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function visit(withWidget: boolean): Promise<Measure> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let [requests, bytes] = [0, 0];
  const ours = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith(product.url)) return;
    ours.add(requestId);
    requests++;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ours.has(requestId)) bytes += encodedDataLength;
  });
  if (!withWidget) await page.route(`${product.url}/**`, (route) => route.abort());
  await page.addInitScript(() => {
    const measure = { blocking: 0, shift: 0, launcher: 0 };
    Object.assign(window, { measure });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) measure.blocking += Math.max(0, duration - 50);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) measure.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    const look = () => {
      const host = [...document.querySelectorAll('*')].find((element) => element.shadowRoot);
      if (host?.shadowRoot?.querySelector('button')) measure.launcher = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(product.shopUrl, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  const seen = await page.evaluate(
    () => (window as unknown as { measure: { blocking: number; shift: number; launcher: number } }).measure,
  );
  await context.close();
  return {
    blockingMs: Math.round(seen.blocking),
    layoutShift: seen.shift,
    requests: withWidget ? requests : 0,
    bytes,
    launcherMs: Math.round(seen.launcher),
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
