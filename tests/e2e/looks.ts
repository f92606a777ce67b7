/** How a page of the dashboard is looked at. */
export interface Look {
  colorScheme: 'light' | 'dark';
  viewport: { width: number; height: number };
  size: 'desktop' | 'phone';
}

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 780 } };

/** Every pair of them. */
const ALL_LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['desktop', 'phone'] as const).map((size): Look => ({ colorScheme, size, viewport: SIZES[size] })),
);

/** One of them with the suite, another one for each place in a list; all with `npm run prove`. */
export const looksFor = (place: number): Look[] =>
  process.env.PROVE === 'full' ? ALL_LOOKS : [ALL_LOOKS[place % ALL_LOOKS.length] as Look];

/** Each scheme and each size once with the suite; every pair of them with `npm run prove`. */
export const LOOKS = ALL_LOOKS.filter(
  ({ colorScheme, size }) =>
    process.env.PROVE === 'full' || (colorScheme === 'light') === (size === 'desktop'),
);
