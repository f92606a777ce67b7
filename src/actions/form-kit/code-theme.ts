import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** The look of a code field, from the colours of the dashboard; its styles carry the nonce of the page. */
export function codeTheme(): Extension {
  const nonce = document.querySelector<HTMLElement>('script[nonce], style[nonce]')?.nonce;
  return [nonce ? EditorView.cspNonce.of(nonce) : [], theme];
}

const theme = EditorView.theme({
  '&': {
    fontSize: 'var(--mantine-font-size-sm)',
    color: 'var(--mantine-color-text)',
    backgroundColor: 'var(--mantine-color-default)',
    border: '1px solid var(--mantine-color-default-border)',
    borderRadius: 'var(--mantine-radius-default)',
  },
  '&.cm-focused': { outline: '2px solid var(--mantine-primary-color-filled)', outlineOffset: '-1px' },
  '&:has([aria-invalid="true"])': { borderColor: 'var(--mantine-color-error)' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
  '.cm-content': { padding: '7px 0', caretColor: 'var(--mantine-color-text)' },
  '.cm-line': { padding: '0 10px' },
  '.cm-placeholder': { color: 'var(--mantine-color-placeholder)' },
  '.cm-known-placeholder': {
    borderRadius: '4px',
    backgroundColor: 'var(--mantine-primary-color-light)',
    color: 'var(--mantine-primary-color-light-color)',
  },
  '.cm-unknown-placeholder': {
    borderRadius: '4px',
    color: 'var(--mantine-color-error)',
    textDecoration: 'underline wavy',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--mantine-color-body)',
    color: 'var(--mantine-color-text)',
    border: '1px solid var(--mantine-color-default-border)',
    borderRadius: 'var(--mantine-radius-default)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--mantine-primary-color-filled)',
    color: 'var(--mantine-color-white)',
  },
});
