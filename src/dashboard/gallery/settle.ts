/** For so long nothing may change. */
const QUIET_MS = 60;
const MOST_MS = 6_000;

/** Until a page stands still: nothing is loaded, nothing is drawn, nothing moves. @throws when it does not come to that */
export async function settle(isBusy: () => boolean): Promise<void> {
  let changed = performance.now();
  const observer = new MutationObserver(() => {
    changed = performance.now();
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const end = performance.now() + MOST_MS;
  try {
    while (isBusy() || isMoving() || performance.now() - changed < QUIET_MS) {
      if (performance.now() > end) throw new Error('The page does not come to rest.');
      // On a busy machine nothing may happen for a while that is about to.
      await new Promise((resolve) => requestIdleCallback(resolve));
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  } finally {
    observer.disconnect();
  }
}

/** What has no end, such as a spinner, does not count. */
function isMoving(): boolean {
  return document
    .getAnimations()
    .some(
      ({ playState, effect }) =>
        playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
    );
}
