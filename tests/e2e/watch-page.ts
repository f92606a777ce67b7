import type { Page } from 'playwright-core';

export interface PageWatch {
  /** Everything that went wrong so far, in order: `expect(watch.faults).toEqual([])`. */
  readonly faults: string[];
}

/**
 * Collects console errors, uncaught errors and violations of the Content Security Policy, of the page and its frames.
 * Call it before `page.goto`. `ignore`: console texts that the test itself provokes, such as a failed request.
 */
export async function watchPage(page: Page, options: { ignore?: RegExp[] } = {}): Promise<PageWatch> {
  const faults: string[] = [];
  const report = (fault: string) => {
    if (!options.ignore?.some((pattern) => pattern.test(fault))) faults.push(fault);
  };
  page.on('pageerror', (error) => report(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.text().startsWith(violationMark)) report(message.text());
    else if (message.type() === 'error') report(`console: ${message.text()} (${message.location().url})`);
  });
  await page.addInitScript((mark) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.info(`${mark}${event.effectiveDirective} refused ${event.blockedURI} on ${event.documentURI}`);
    });
  }, violationMark);
  return { faults };
}

const violationMark = 'csp: ';
