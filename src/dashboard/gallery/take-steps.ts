import i18next from 'i18next';
import type { Step } from './kit/gallery-state.ts';

const WAIT_MS = 4_000;
const SELECTOR = /^[.#[]|^[a-z]+[.[ ]/;
const CONTROLS =
  'button, a[href], label, summary, [role="tab"], [role="menuitem"], [role="switch"], [role="button"], input[type="checkbox"]';

/** Does what brings a page into its state, by the names that people read, in whatever language. */
export async function takeSteps(steps: Step[], signal: AbortSignal): Promise<void> {
  for (const step of steps) {
    signal.throwIfAborted();
    if ('keys' in step) press(step.keys);
    else if ('onPhone' in step) findControl(step.onPhone)?.click();
    else if ('press' in step) (await waitFor(() => findControl(step.press, step.with), step, signal)).click();
    else if ('see' in step) await waitFor(() => findWords(step.see), step, signal);
    else if ('type' in step) fill(await waitFor(() => findField(step.type), step, signal), step.text);
    else fill(await waitFor(() => findField(step.choose), step, signal), step.value);
  }
}

async function waitFor<Found>(
  find: () => Found | undefined,
  step: Step,
  signal: AbortSignal,
): Promise<Found> {
  const end = performance.now() + WAIT_MS;
  for (;;) {
    const found = find();
    if (found) return found;
    signal.throwIfAborted();
    if (performance.now() > end) throw new Error(`${JSON.stringify(step)} finds nothing`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The last one: what is on top of a page comes after it. */
function findControl(key: string, values: Record<string, unknown> = {}): HTMLElement | undefined {
  if (SELECTOR.test(key)) return document.querySelector<HTMLElement>(key) ?? undefined;
  const name = i18next.t(key, values);
  return [...document.querySelectorAll<HTMLElement>(CONTROLS)]
    .filter((control) => control.checkVisibility() || control.tagName === 'INPUT')
    .findLast((control) => nameOf(control) === name);
}

function findWords(key: string): Element | undefined {
  if (SELECTOR.test(key)) return document.querySelector(key) ?? undefined;
  return (document.body.textContent ?? '').includes(i18next.t(key)) ? document.body : undefined;
}

function findField(key: string): HTMLElement | undefined {
  if (SELECTOR.test(key)) return document.querySelector<HTMLElement>(key) ?? undefined;
  const name = i18next.t(key);
  const isNamed = (field: HTMLElement) =>
    field.getAttribute('aria-label') === name ||
    [...((field as HTMLInputElement).labels ?? [])].some((label) => textOf(label) === name);
  return [...document.querySelectorAll<HTMLElement>('input, textarea, select')].findLast(isNamed);
}

const nameOf = (control: HTMLElement) => control.getAttribute('aria-label') ?? textOf(control);
/** A star marks what is required. */
const textOf = (element: HTMLElement) => (element.textContent ?? '').replace(/\s*\*$/, '').trim();

/** As typing does: React listens to the setter of the element, not to its own. */
function fill(field: HTMLElement, text: string): void {
  field.focus();
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  setter?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function press(keys: string): void {
  const [key = '', ...modifiers] = keys.split('+').reverse();
  const options = { key, code: key, bubbles: true, cancelable: true, ctrlKey: modifiers.includes('Control') };
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', options));
}
