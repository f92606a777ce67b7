import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Violations of WCAG 2.0 to 2.2, A and AA, in the page and all its frames; one readable text each.
 * `within`: CSS selector of the part to check.
 */
export async function checkAxe(page: Page, options: { within?: string } = {}): Promise<string[]> {
  await comeToRest(page);
  // Frames are checked from a page beside; without any, the page checks itself, in half of the time.
  const builder = new AxeBuilder({ page }).withTags(wcagTags).setLegacyMode(page.frames().length === 1);
  if (options.within) builder.include(options.within);
  const { violations } = (await checkAgain(page, options)) ?? (await builder.analyze());
  return violations.map((violation) =>
    [
      `${violation.id}: ${violation.help} (${violation.helpUrl})`,
      ...violation.nodes.map(
        (node) => `  ${describeTarget(node.target)}: ${node.failureSummary ?? node.html}`,
      ),
    ].join('\n'),
  );
}

/** What fades in or out has colours between two. What has no end, such as a spinner, is as it is. */
async function comeToRest(page: Page): Promise<void> {
  for (const frame of page.frames())
    await frame.waitForFunction(isAtRest).catch((error) => {
      // A frame that is replaced meanwhile needs no rest.
      if (!frame.isDetached()) throw error;
    });
}

function isAtRest(): boolean {
  return document
    .getAnimations()
    .every(
      ({ playState, effect }) =>
        playState !== 'running' || effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
    );
}

/** In a page without frames that was checked before: what checks is there still, and takes a third of the time. */
async function checkAgain(page: Page, { within }: { within?: string }): Promise<AxeResults | null> {
  if (page.frames().length > 1) return null;
  return page.evaluate(
    ([context, tags]) => {
      const { axe } = window as { axe?: { run(context: unknown, options: unknown): Promise<AxeResults> } };
      return axe?.run(context ?? document, { runOnly: tags, resultTypes: ['violations'] }) ?? null;
    },
    [within, wcagTags] as const,
  );
}

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

const wcagTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Frames are the outer list, shadow roots the inner one. */
function describeTarget(target: (string | string[])[]): string {
  return target.map((step) => [step].flat().join(' >>> ')).join(' → ');
}
