const FOCUSABLE = 'a[href], button, textarea, input:not([tabindex="-1"]), [tabindex="0"]';

/** Keeps Tab inside the panel while `modal()` says that it covers the page, and closes on Escape. */
export function keepFocus(modal: () => boolean, close: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) close();
    if (event.key !== 'Tab' || !modal()) return;
    const stops = document.querySelectorAll<HTMLElement>(FOCUSABLE);
    const [from, to] = event.shiftKey
      ? [stops[0], stops[stops.length - 1]]
      : [stops[stops.length - 1], stops[0]];
    if (document.activeElement !== from) return;
    event.preventDefault();
    to?.focus();
  });
}
