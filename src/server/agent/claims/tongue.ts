import { LEXICONS, type WordEntry } from './lexicon.ts';

/** Words until a text without any known small word is taken for a language that has no list. */
const PATIENCE = 6;

/** Which language a reply is in, as far as it was read. Languages are told by index in `LEXICONS`. */
export class Tongue {
  private readonly votes = LEXICONS.map(() => 0);
  private others = 0;
  private unknown = 0;
  private readonly hinted: number;

  /** @param hint a BCP 47 tag: the visitor's language, or the one the agent is set to */
  constructor(hint = '') {
    const primary = hint.toLowerCase().split('-')[0];
    this.hinted = LEXICONS.findIndex(({ source }) => source.language === primary);
    if (this.hinted === -1 && primary) this.others = 1;
  }

  /** There is no list for it: nobody can tell here what it says. */
  get isForeign(): boolean {
    const most = Math.max(...this.votes);
    if (this.others > most + (this.hinted === -1 ? 0 : 1)) return this.others >= 2;
    return this.unknown >= PATIENCE && most < 2;
  }

  /** The likeliest languages; none while nothing is known. */
  get likeliest(): number[] {
    const most = Math.max(...this.votes);
    if (most === 0 || most <= this.others) return [];
    if (this.votes[this.hinted] === most) return [this.hinted];
    return LEXICONS.flatMap((_, index) => (this.votes[index] === most ? [index] : []));
  }

  /** What a name, a number or a cry is written in tells nothing. */
  get expected(): number[] {
    return this.hinted === -1 ? [] : [this.hinted];
  }

  hear(word: string, entry: WordEntry | undefined): void {
    for (const index of entry?.languages ?? []) this.votes[index] = (this.votes[index] ?? 0) + 1;
    if (entry?.isOther) this.others++;
    else if (FOREIGN_LETTER.test(word)) this.others += Math.ceil(word.length / 2);
    if (!entry) this.unknown++;
  }
}

/** Of other scripts, and of Persian and Urdu. */
const FOREIGN_LETTER = /[^\p{Script=Latin}\p{Script=Arabic}\P{L}]|[پچژگکیےٹڈڑ]/u;
