import { LEXICONS, ROLE, type WordEntry } from './lexicon.ts';

/**
 * How much of a sentence that is still being written must not be shown yet. After a word that a claim can begin with
 * ("I", "your order", "has been") it waits for some words more; from a deed's name on, for the end of the sentence.
 */
export class Hold {
  /** A deed was named: only the whole sentence can be judged. */
  isLocked = false;
  private patience = 0;
  private isFirst = true;
  /** The agent speaks of itself. */
  private isOurs = false;
  private readonly recent: string[] = [];

  /** Whether this word names a deed, alone or with the words before it. */
  namesDeed(word: string, entry: WordEntry | undefined): boolean {
    this.recent.push(word);
    if (this.recent.length > LONGEST) this.recent.shift();
    if (!entry) return false;
    return entry.isDeed || entry.deedPhrases.some((phrase) => this.endsWith(phrase));
  }

  /** Takes the next word in. @returns whether what was written so far may be shown */
  allows(word: string, entry: WordEntry | undefined, languages: readonly number[]): boolean {
    const isFirst = this.isFirst;
    this.isFirst = false;
    if (this.isLocked || languages.length === 0) return false;
    let isWhole = false;
    let patience = 0;
    for (const language of languages) {
      const reach = LEXICONS[language]?.source.reach;
      const roles = entry?.meanings[language]?.roles ?? (/^\p{N}+$/u.test(word) ? ROLE.between : 0);
      // Without a reach a claim can lie in the ending of any word: the sentence is shown as a whole.
      if (reach === undefined) isWhole = true;
      else patience = Math.max(patience, this.nextPatience(roles, reach, isFirst));
      if (roles & (ROLE.i | ROLE.we)) this.isOurs = true;
    }
    this.patience = patience;
    if (patience <= 0) this.isOurs = false;
    return patience <= 0 && !isWhole;
  }

  lock(): void {
    this.isLocked = true;
  }

  private nextPatience(roles: number, reach: number, isFirst: boolean): number {
    // "You can …" is harmless; "I can confirm that …" is not yet.
    if (roles & ROLE.may && !this.isOurs) return 0;
    if (roles & ROLE.if) return 0;
    if (roles & (ROLE.i | ROLE.we)) return Math.max(this.patience, reach + 2);
    if (roles & (ROLE.has | ROLE.is | ROLE.was)) return Math.max(this.patience, reach - 1);
    if (roles & BEGINS) return Math.max(this.patience, 4);
    if (roles & ROLE.opener || (isFirst && roles & FIRST)) return Math.max(this.patience, 2);
    return roles & KEEPS ? this.patience : this.patience - 1;
  }

  private endsWith(phrase: string[]): boolean {
    const start = this.recent.length - phrase.length;
    return start >= 0 && phrase.every((word, offset) => this.recent[start + offset] === word);
  }
}

const LONGEST = 5;
const FIRST = ROLE.between | ROLE.some | ROLE.now;
const BEGINS = ROLE.yours | ROLE.the | ROLE.you | ROLE.thing;
const KEEPS = ROLE.between | ROLE.now | ROLE.will;
