import { LEXICONS, type WordEntry } from './lexicon.ts';

/** Words until a text without any known small word is taken for a language that has no list. */
const PATIENCE = 6;

/** Which language a reply is in, as far as it was read. Languages are told by index in `LEXICONS`. */
export class Tongue {
  /** There is no list for it: nobody can tell here what it says. */
  isForeign = false;
  /** The likeliest languages; none while nothing is known. */
  likeliest: readonly number[] = [];
  /** What a name, a number or a cry is taken for, which tell nothing. */
  readonly expected: readonly number[];
  private readonly votes = LEXICONS.map(() => 0);
  private others = 0;
  private unknown = 0;

  /** @param hint a BCP 47 tag: the visitor's language, or the one the agent is set to */
  constructor(hint = '') {
    const primary = hint.toLowerCase().split('-')[0];
    const hinted = LEXICONS.findIndex(({ source }) => source.language === primary);
    this.expected = hinted === -1 ? [] : [hinted];
    if (hinted === -1 && primary) this.others = 1;
  }

  hear(word: string, entry: WordEntry | undefined): void {
    if (!entry) {
      this.unknown++;
      if (FOREIGN_LETTER.test(word)) this.others += Math.ceil(word.length / 2);
    } else if (entry.isOther) this.others++;
    else for (const index of entry.languages) this.votes[index] = (this.votes[index] ?? 0) + 1;
    this.decide();
  }

  private decide(): void {
    let most = 0;
    for (const votes of this.votes) if (votes > most) most = votes;
    const isOther = this.others >= 2 && this.others > most + this.expected.length;
    this.isForeign = isOther || (this.unknown >= PATIENCE && most < 2);
    if (most === 0 || most <= this.others) this.likeliest = [];
    else if (this.votes[this.expected[0] ?? -1] === most) this.likeliest = this.expected;
    else this.likeliest = [...this.votes.keys()].filter((index) => this.votes[index] === most);
  }
}

/** Of other scripts, and of Persian and Urdu. */
const FOREIGN_LETTER = /[^\p{Script=Latin}\p{Script=Arabic}\P{L}]|[پچژگکیےٹڈڑ]/u;
