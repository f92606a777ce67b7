import { DECEPTIVE_CHARACTERS } from '../contract/limits.ts';

/** The address as a link may carry it, or null: http, https, mailto and tel only, without user info. */
export function safeLink(address: string): URL | null {
  if (DECEPTIVE_CHARACTERS.test(address) || !/^(https?:\/\/|mailto:|tel:)/i.test(address)) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && !url.username && !url.password ? url : null;
}

/** The host to show beside a link, when its words look like an address of another one. */
export function hostToShow(words: string, url: URL): string | null {
  const claimed = /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/u.exec(words)?.[0].toLowerCase();
  if (!url.host) {
    const mail = claimed && words.includes('@') && !url.pathname.toLowerCase().includes(claimed);
    return mail ? decodeURIComponent(url.pathname) : null;
  }
  return claimed && claimed !== url.hostname ? url.host : null;
}
