/**
 * Whether a pattern takes this address. `/products/*` looks at the path alone, `https://*.example.com/*` at all of it; the
 * query counts where the pattern has one. Upper and lower case differ in paths, a slash at the end does not matter.
 */
export function matchesPage(pattern: string, url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  if (pattern === '*') return true;
  const page = new URL(url);
  const isPath = pattern.startsWith('/');
  // Read as an address, the pattern is spelled as the page's own address is: punycode, percent signs, lower case.
  const wanted = new URL(pattern, 'https://page.example');
  if (!isPath && (wanted.protocol !== page.protocol || !fits(wanted.host, page.host))) return false;
  if (wanted.search !== '' && !fits(wanted.search, page.search)) return false;
  return (
    fits(wanted.pathname, page.pathname) || fits(withoutSlash(wanted.pathname), withoutSlash(page.pathname))
  );
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** Each piece is sought once, after the one before it: whatever the address, this takes no longer than its length. */
function fits(pattern: string, text: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) return text === pattern;
  if (!text.startsWith(start)) return false;
  let position = start.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, position);
    if (found === -1) return false;
    position = found + piece.length;
  }
  return text.length - end.length >= position && text.endsWith(end);
}
