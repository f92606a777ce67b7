import type { CalEvent } from './cal-events.ts';

/** The page of an event; with `?embed=…` it tells the page around it what happens, as Cal's does. */
export function renderCalPage(event: CalEvent, slots: string[], query: URLSearchParams): string {
  const data = { namespace: query.get('embed') ?? '', metadata: query.get('metadata[bellhop]') ?? '' };
  const value = (name: string) => escapeHtml(query.get(name) ?? '');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(event.title)}</title>
<link rel="icon" href="data:,">
<main>
<h1>${escapeHtml(event.title)}</h1>
<p>${event.minutes} minutes. Times are in UTC.</p>
<form>
<p><label>Name <input name="name" value="${value('name')}"></label></p>
<p><label>Email <input name="email" value="${value('email')}"></label></p>
</form>
${slots.map((slot) => `<p><button value="${slot}">${slot.slice(0, 16).replace('T', ' ')}</button></p>`).join('\n')}
</main>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script src="?script"></script>
</html>
`;
}

function escapeHtml(text: string): string {
  const escapes: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
  return text.replace(/[<>&"]/g, (character) => escapes[character] as string);
}
