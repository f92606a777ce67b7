import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import i18next from 'i18next';

/** Each of them can be read on white, and white on it, from the sixth on: stock green, orange and teal cannot. */
const accent: MantineColorsTuple = [
  '#eef2ff',
  '#dbe4ff',
  '#bac8ff',
  '#91a7ff',
  '#748ffc',
  '#5c7cfa',
  '#4263eb',
  '#3b5bdb',
  '#364fc7',
  '#2f449e',
];
const green: MantineColorsTuple = [
  '#e6fcf1',
  '#c9f2de',
  '#96e3c0',
  '#5fd0a0',
  '#34b982',
  '#179a68',
  '#087f5b',
  '#066649',
  '#055540',
  '#04412f',
];
const red: MantineColorsTuple = [
  '#fff0f0',
  '#ffdede',
  '#ffbdbd',
  '#ff9494',
  '#fa6b6b',
  '#f03e3e',
  '#c92a2a',
  '#b02525',
  '#962020',
  '#7a1a1a',
];
const amber: MantineColorsTuple = [
  '#fff8e6',
  '#ffefc2',
  '#ffe08a',
  '#ffd043',
  '#f5b800',
  '#d99700',
  '#946200',
  '#7d5300',
  '#694500',
  '#523600',
];

export const theme = createTheme({
  colors: { accent, green, red, amber },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.05rem', lineHeight: '1.35' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // Its placeholder for the focus is a child that no menu may have; the focus goes to the first entry.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    PasswordInput: {
      defaultProps: () => ({
        visibilityToggleButtonProps: { 'aria-label': i18next.t('frame:showPassword') },
      }),
    },
  },
});

/** `dimmed` and links of the stock theme are too faint for small text. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545b62',
    '--mantine-color-placeholder': '#687077',
    // Links stand in red, amber and blue boxes, too.
    '--mantine-color-anchor': '#364fc7',
    '--bellhop-page': '#f8f9fb',
    '--bellhop-border': '#d5dae0',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b0b7',
    '--mantine-color-placeholder': '#98a0a7',
    '--mantine-color-anchor': '#91a7ff',
    '--mantine-color-error': '#ff9494',
    '--mantine-primary-color-light-color': '#bac8ff',
    '--bellhop-page': '#16181b',
    '--bellhop-border': '#3a3f45',
  },
});
