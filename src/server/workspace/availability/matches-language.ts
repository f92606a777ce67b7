/** Whether a language is one of these, or a variety of one: `de` takes `de-AT` (RFC 4647, basic filtering). */
export function matchesLanguage(ranges: string[], tag: string): boolean {
  const wanted = tag.replaceAll('_', '-').toLowerCase();
  return ranges.some((range) => {
    const start = range.toLowerCase();
    return wanted === start || wanted.startsWith(`${start}-`);
  });
}
