import { LEXICONS, ROLE, type WordEntry } from './lexicon.ts';

/**
 * How much of a sentence that is still being written must not be shown yet. After a word that a claim can begin with
 * ("I", "your order", "has been") it waits for some words more; from a deed's name on, for the end of the sentence.
 */
export class Hold {
  /** A deed was named: only the whole sentence can be judged. */
  isLocked = false;
  /** Somebody of the company was named. */
  hasPeople = false;
  private patience = 0;
  private isFirst = true;
  /** A clause begins with the next word. */
  private isFresh = true;
  /** The agent speaks of itself in what is held; in the sentence. */
  private isOurs = false;
  private hasUs = false;
  private readonly recent: string[] = [];

  /** Whether this word names a deed, alone or with the words before it. */
  namesDeed(word: string, entry: WordEntry | undefined): boolean {
    this.recent.push(word);
    if (this.recent.length > LONGEST) this.recent.shift();
    if (!entry) return false;
    this.hasPeople ||= entry.meanings.some((meaning) => meaning?.signs.has('people'));
    const isDeed = entry.isDone || (entry.isAct && this.hasUs);
    return isDeed || entry.deedPhrases.some((phrase) => this.endsWith(phrase));
  }

  /**
   * Takes the next word in. @returns whether what was written so far may be shown
   * @param isBreak a comma or the like stands before it
   */
  allows(
    word: string,
    entry: WordEntry | undefined,
    languages: readonly number[],
    isBreak: boolean,
  ): boolean {
    if (this.isLocked || languages.length === 0) return false;
    this.isFresh ||= isBreak;
    const isNumber = /^\p{N}+$/u.test(word);
    let isWhole = false;
    let patience = 0;
    let all = 0;
    for (const language of languages) {
      const reach = LEXICONS[language]?.source.reach;
      const roles = entry?.meanings[language]?.roles ?? (isNumber ? ROLE.between : 0);
      all |= roles;
      // Without a reach a claim can lie in the ending of any word: the sentence is shown as a whole.
      if (reach === undefined) isWhole = true;
      else patience = Math.max(patience, this.nextPatience(roles, reach));
    }
    this.patience = patience;
    this.isFirst = false;
    this.isFresh = (all & (ROLE.opener | JOINS)) !== 0 || (this.isFresh && (all & KEEPS) !== 0);
    this.hasUs ||= (all & US) !== 0;
    this.isOurs = patience > 0 && (this.isOurs || (all & US) !== 0);
    return patience <= 0 && !isWhole;
  }

  lock(): void {
    this.isLocked = true;
  }

  private nextPatience(roles: number, reach: number): number {
    // "You can …" is harmless; "I can confirm that …" is not yet.
    if (roles & ROLE.may && !this.isOurs) return 0;
    if (roles & ROLE.if) return 0;
    if (roles & ROLE.i) return Math.max(this.patience, reach + 2);
    if (roles & ROLE.we) return Math.max(this.patience, reach);
    if (roles & (ROLE.has | ROLE.is | ROLE.was)) return Math.max(this.patience, reach - 1);
    if (roles & BEGINS) return this.isFresh ? Math.max(this.patience, 3) : this.patience;
    if (roles & ROLE.opener || (this.isFirst && roles & FIRST)) return Math.max(this.patience, 1);
    return roles & KEEPS ? this.patience : this.patience - 1;
  }

  private endsWith(phrase: string[]): boolean {
    const start = this.recent.length - phrase.length;
    return start >= 0 && phrase.every((word, offset) => this.recent[start + offset] === word);
  }
}

const LONGEST = 5;
const US = ROLE.i | ROLE.we;
const JOINS = ROLE.and | ROLE.but | ROLE.that;
const FIRST = ROLE.between | ROLE.some | ROLE.now | ROLE.but | ROLE.follows | ROLE.not | ROLE.ours;
const BEGINS = ROLE.that | ROLE.yours | ROLE.the | ROLE.you | ROLE.thing;
const KEEPS = ROLE.between | ROLE.now | ROLE.will;
