/** One idea that visitors and owners of websites speak of, with the words for it; `_` joins a phrase. */
export interface Concept {
  id: string;
  en: string;
  de: string;
  ar: string;
}
