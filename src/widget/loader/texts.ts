/** The few words that the loader itself shows; the panel has its own. */
export interface LoaderTexts {
  open: string;
  close: string;
  silent: string;
}

export const LOADER_TEXTS: Record<string, LoaderTexts> & { en: LoaderTexts } = {
  en: { open: 'Open chat', close: 'Close', silent: 'The chat does not answer. Try again' },
  de: { open: 'Chat öffnen', close: 'Schließen', silent: 'Der Chat antwortet nicht. Erneut versuchen' },
  ar: { open: 'افتح المحادثة', close: 'إغلاق', silent: 'المحادثة لا تستجيب. حاول مرة أخرى' },
};
