import { LANGUAGES, type Language } from '../app/texts.ts';

/** What an address of the gallery asks for: `/_gallery/inbox/empty?scheme=dark&width=390&language=de`. */
export interface GalleryAddress {
  /** Null: the list of all. */
  id: string | null;
  scheme: 'auto' | 'light' | 'dark';
  /** Pixels, in a frame; null: the window's own. */
  width: number | null;
  language: Language;
}

const ROOT = '/_gallery';

export function readAddress({ pathname, search }: { pathname: string; search: string }): GalleryAddress {
  const query = new URLSearchParams(search);
  const scheme = query.get('scheme');
  return {
    id: decodeURIComponent(pathname.slice(ROOT.length + 1)) || null,
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    width: Number(query.get('width')) || null,
    language: LANGUAGES.find((language) => language === query.get('language')) ?? 'en',
  };
}

/** @param framed the document of a frame, which alone may be shown in one */
export function writeAddress({ id, scheme, width, language }: GalleryAddress, framed = false): string {
  const query = new URLSearchParams({
    ...(scheme === 'auto' ? {} : { scheme }),
    ...(width ? { width: String(width) } : {}),
    ...(language === 'en' ? {} : { language }),
    ...(framed ? { framed: '' } : {}),
  });
  const path = id ? `${ROOT}/${id}` : ROOT;
  return query.size > 0 ? `${path}?${query}` : path;
}
