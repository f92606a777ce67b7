import type { Locator, Page } from 'playwright-core';

/** How somebody works a page. Both count what they do. */
export interface Hand {
  /** Presses a button, follows a link, opens a menu. */
  press(target: Locator): Promise<void>;
  /** Goes into a field, and writes over what is there. */
  write(target: Locator, text: string): Promise<void>;
  /** Goes into a field, and pastes what the clipboard has. */
  paste(target: Locator): Promise<void>;
  readonly effort: Effort;
}

export interface Effort {
  /** Presses of the mouse's button. */
  clicks: number;
  /** Presses of keys: one for each character. */
  keys: number;
  /** How often somebody had to look for the next thing. */
  decisions: number;
}

/** Longer than any way through one page by Tab. */
const TABS_MAX = 120;

export function mouse(page: Page): Hand {
  const effort = noEffort();
  const press = async (target: Locator) => {
    effort.decisions++;
    await target.click();
    effort.clicks++;
  };
  return { effort, press, ...typing(page, effort, press) };
}

/** Tab, Enter and letters: no pointer, and no focus that a script has set. */
export function keyboard(page: Page): Hand {
  const effort = noEffort();
  const reach = async (target: Locator) => {
    effort.decisions++;
    await target.waitFor();
    for (let tab = 0; tab <= TABS_MAX; tab++) {
      if (await target.evaluate(hasFocus)) return;
      await page.keyboard.press('Tab');
      effort.keys++;
    }
    throw new Error(`the keyboard does not reach ${target}`);
  };
  return {
    effort,
    async press(target) {
      await reach(target);
      // A switch knows Enter as "send the form".
      await page.keyboard.press((await target.evaluate(isSwitch)) ? 'Space' : 'Enter');
      effort.keys++;
    },
    ...typing(page, effort, reach),
  };
}

const noEffort = (): Effort => ({ clicks: 0, keys: 0, decisions: 0 });

/** What both do once they are in a field. */
function typing(
  page: Page,
  effort: Effort,
  enter: (target: Locator) => Promise<void>,
): Pick<Hand, 'write' | 'paste'> {
  return {
    async write(target, text) {
      await enter(target);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      effort.keys += text.length + 1;
    },
    async paste(target) {
      await enter(target);
      await page.keyboard.press('Control+V');
      effort.keys++;
    },
  };
}

const isSwitch = (element: Element) => element.matches('input[type=checkbox]');
const hasFocus = (element: Element) => element === document.activeElement;

/**
 * How long a person takes for it who does not read documents, in seconds, by the keystroke-level model (Card, Moran and
 * Newell 1980): an average typist, a pointer that has to be moved, and a thought before each step.
 */
export function estimateSeconds({ clicks, keys, decisions }: Effort): number {
  return keys * 0.28 + clicks * (1.1 + 0.2) + decisions * 1.35;
}
