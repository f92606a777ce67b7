import { describe, expect, it } from 'vitest';
import { splitText } from './split-text.ts';

describe('a text', () => {
  it('is its paragraphs, each under its heading', () => {
    const text = 'Hello.\n\n# Shipping\nTwo days.\n\nFree from 50 Euro.\n \n## Returns\r\n\r\nThirty days.';
    expect(splitText(text)).toEqual([
      { heading: null, text: 'Hello.' },
      { heading: 'Shipping', text: 'Two days.' },
      { heading: 'Shipping', text: 'Free from 50 Euro.' },
      { heading: 'Returns', text: 'Thirty days.' },
    ]);
  });

  it('keeps a list with what announces it, and lines of a paragraph together', () => {
    expect(splitText('We deliver to:\n\n- Norway\n- Sweden\n\nNowhere else.')).toEqual([
      { heading: null, text: 'We deliver to:\n- Norway\n- Sweden' },
      { heading: null, text: 'Nowhere else.' },
    ]);
    expect(splitText('Open ends:')).toEqual([{ heading: null, text: 'Open ends:' }]);
  });

  it('is cut between sentences where a paragraph is long, and loses nothing', () => {
    const sentence = 'We repair every jacket that we have ever sold, for free.';
    const parts = splitText(Array.from({ length: 60 }, () => sentence).join(' '));
    expect(parts.length).toBeGreaterThan(1);
    for (const { text } of parts) expect(text).toMatch(/^We repair.*free\.$/s);
    expect(parts.map(({ text }) => text).join(' ')).toHaveLength(60 * (sentence.length + 1) - 1);
    expect(splitText('x'.repeat(3_000)).map(({ text }) => text.length)).toEqual([1_200, 1_200, 600]);
  });

  it('of a heading alone is that heading', () => {
    expect(splitText('# We are closed in July')).toEqual([{ heading: null, text: 'We are closed in July' }]);
  });
});
