import { findSentenceEnd } from '../sentences/sentence-end.ts';
import { splitSentences } from '../sentences/split-sentences.ts';
import { wordPattern } from '../sentences/word-pattern.ts';
import { findClaim, makesClaim, mayBecomeClaim } from './find-claim.ts';
import { Hold } from './hold.ts';
import { invitesVisitor } from './invites-visitor.ts';
import { type Deed, isSupported } from './is-supported.ts';
import { findEntry, foldWord, LEXICONS } from './lexicon.ts';
import type { Claim } from './read-sentence.ts';
import { BREAK } from './read-tokens.ts';
import { replaceSentence } from './replace-sentence.ts';
import { Tongue } from './tongue.ts';

interface ClaimGuardOptions {
  /** The language that the reply is likely to be in, as a BCP 47 tag. */
  language?: string;
  /** What was done in this conversation so far. Asked whenever a claim has to be judged. */
  deeds(): readonly Deed[];
  /** Gets the reply, piece by piece, without false claims. */
  emit(text: string): void;
  /** Puts a text into English whose language has no list, or gives an empty text; absent: nobody can. */
  translate?(text: string): Promise<string>;
}

/** A sentence that claims what is not done (yet): what comes after it waits, too. */
interface OpenClaim {
  claim: Claim;
  sentence: string;
  shown: number;
}

/**
 * Stands between a model's words and the visitor: a sentence that says something was done, while the ledger knows of no
 * such thing, is replaced by an honest one before a word of the claim is shown. Harmless words pass at once.
 */
export class ClaimGuard {
  /** The sentences that were taken out. */
  readonly replaced: string[] = [];
  private readonly options: ClaimGuardOptions;
  private readonly tongue: Tongue;
  private readonly pattern = wordPattern();
  /** The current sentence, and what has come after it. */
  private text = '';
  private scanned = 0;
  private shown = 0;
  private lastWord = '';
  private hold = new Hold();
  private isForeign = false;
  private isHonest = false;
  /** The reply asked for what only the visitor can do: what will come of it is no claim. */
  private isInvited = false;
  private lastShown = '';
  private waiting: (string | OpenClaim)[] = [];

  constructor(options: ClaimGuardOptions) {
    this.options = options;
    this.tongue = new Tongue(options.language);
  }

  /** Takes the next piece of the reply, however it was cut. */
  push(delta: string): void {
    this.text += delta;
    if (!this.isForeign) this.scan(false);
  }

  /**
   * The model has ended a step. What it said is judged, and shown or replaced.
   * @param attempts what it asks for in this step: "I am booking it now" is true beside such a call, and whatever
   * says that it is done already is left to the next step
   */
  async endStep(attempts: readonly Deed[] = []): Promise<void> {
    if (!this.isForeign) this.scan(true);
    if (this.isForeign) await this.judgeForeign();
    else this.closeSentence(this.text.length);
    this.settle(attempts);
    this.isForeign = false;
  }

  /** The reply is over. */
  async end(): Promise<void> {
    await this.endStep();
  }

  private scan(isOver: boolean): void {
    const { pattern } = this;
    for (;;) {
      pattern.lastIndex = this.scanned;
      const match = pattern.exec(this.text);
      if (!match) return;
      const [word] = match;
      let end = match.index + word.length;
      if (end === this.text.length && !isOver) return;
      if (this.lastWord) {
        const gap = this.text.slice(this.scanned, match.index);
        const ends = findSentenceEnd(this.lastWord, gap, word);
        if (ends > 0 || end > LONGEST_SENTENCE) {
          const cut = this.scanned + ends;
          this.closeSentence(cut);
          end -= cut;
        }
      }
      const isBreak = this.lastWord !== '' && BREAK.test(this.text.slice(this.scanned, end - word.length));
      this.lastWord = word;
      this.scanned = end;
      this.hear(word, isBreak);
      if (this.isForeign) return;
    }
  }

  private hear(word: string, isBreak: boolean): void {
    const folded = foldWord(word);
    const entry = findEntry(folded);
    this.tongue.hear(folded, entry);
    if (this.tongue.isForeign) {
      this.isForeign = true;
      return;
    }
    const likeliest = this.tongue.likeliest;
    // What is written in capitals or digits is a name in any language.
    const languages = likeliest.length > 0 || /\p{Ll}|\p{Lo}/u.test(word) ? likeliest : this.tongue.expected;
    if (!this.hold.isLocked) {
      const beginning = this.text.slice(0, this.scanned);
      const isNamed = this.hold.namesDeed(folded, entry);
      if (
        isNamed
          ? mayBecomeClaim(beginning, languages)
          : makesClaim(
              beginning,
              folded,
              likeliest.length > 0 ? likeliest : this.tongue.expected,
              this.hold.hasPeople,
            )
      )
        this.hold.lock();
    }
    if (this.hold.allows(folded, entry, languages, isBreak)) this.show(this.scanned);
  }

  /** Shows the current sentence up to here. */
  private show(end: number): void {
    this.pass(this.text.slice(this.shown, end));
    this.shown = end;
  }

  private closeSentence(end: number): void {
    const sentence = this.text.slice(0, end);
    const found = findClaim(sentence);
    const claim = found?.isAwaited && this.isInvited ? null : found;
    this.isInvited ||= invitesVisitor(sentence);
    if (claim && !isSupported(claim, this.options.deeds())) {
      this.waiting.push({ claim, sentence, shown: this.shown });
    } else this.show(end);
    this.startSentence(this.text.slice(end));
  }

  private startSentence(text: string): void {
    this.text = text;
    this.scanned = 0;
    this.shown = 0;
    this.lastWord = '';
    this.hold = new Hold();
  }

  private pass(text: string): void {
    if (text === '') return;
    if (this.waiting.length > 0) this.waiting.push(text);
    else this.emit(text);
  }

  private settle(attempts: readonly Deed[]): void {
    const { waiting } = this;
    this.waiting = [];
    for (const part of waiting) {
      if (typeof part === 'string') this.emit(part);
      else this.settleClaim(part, attempts);
    }
  }

  private settleClaim({ claim, sentence, shown }: OpenClaim, attempts: readonly Deed[]): void {
    const isAttempted = isSupported(claim, attempts);
    if (isSupported(claim, this.options.deeds()) || (claim.isPromise && isAttempted)) {
      this.emit(sentence.slice(shown));
      return;
    }
    this.replaced.push(sentence);
    const honest = isAttempted || this.isHonest ? '' : honestWords(claim);
    this.isHonest ||= honest !== '';
    this.emit(replaceSentence({ sentence, shown, honest, lastShown: this.lastShown }));
  }

  /**
   * Without a list a text is checked in English, as a whole. Where nobody can translate, it can only be what the owner wrote,
   * and passes; where the translation fails, it was not checked, and does not.
   */
  private async judgeForeign(): Promise<void> {
    const { text, shown } = this;
    this.startSentence('');
    const english = text.trim() === '' ? text : await this.inEnglish(text);
    const deeds = this.options.deeds();
    const claim = [...splitSentences(text), ...splitSentences(english)]
      .map(findClaim)
      .find((found) => found && !isSupported(found, deeds));
    const isUnchecked = english === '' && text !== '';
    if (claim || isUnchecked) this.waiting.push({ claim: claim ?? UNCHECKED, sentence: text, shown });
    else this.pass(text.slice(shown));
  }

  private async inEnglish(text: string): Promise<string> {
    const { translate } = this.options;
    return translate ? (await translate(text)).trim() : text;
  }

  private emit(text: string): void {
    if (text === '') return;
    this.lastShown = text.at(-1) ?? '';
    this.options.emit(text);
  }
}

/** So that a text without an end cannot keep the server busy. */
const LONGEST_SENTENCE = 2_000;

/** Stands for whatever may have been said. */
const UNCHECKED: Claim = {
  language: 'en',
  deeds: [['any']],
  isPromise: false,
  isReport: false,
  isAwaited: false,
};

function honestWords({ language, deeds }: Claim): string {
  const { honest } =
    (LEXICONS.find(({ source }) => source.language === language) ?? LEXICONS[0])?.source ?? {};
  const isAboutFacts = deeds.flat().every((topic) => topic === 'ship' || topic === 'check');
  return (isAboutFacts ? honest?.checked : honest?.done) ?? '';
}
