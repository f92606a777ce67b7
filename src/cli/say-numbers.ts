const count = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

export const sayCount = (value: number): string => count.format(value);
export function sayBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  return `${short.format(bytes / 1_000 ** power)} ${UNITS[power]}`;
}

/** @param begun by `performance.now()` */
export const saySeconds = (begun: number): string => `${short.format((performance.now() - begun) / 1_000)} s`;
