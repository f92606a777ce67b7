/** The first wished language that there are texts in, else English: the agent's, the page's, the browser's. */
export function pickLanguage(
  texts: Record<string, unknown>,
  agentLanguage: string,
  pageLanguage: string | undefined,
): string {
  const wished = [agentLanguage, pageLanguage ?? '', ...navigator.languages];
  return (
    wished.map((tag) => tag.split('-')[0] as string).find((language) => Object.hasOwn(texts, language)) ??
    'en'
  );
}
