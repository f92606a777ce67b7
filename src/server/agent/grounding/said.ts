import { type Heard, hearUtterance, type Situation } from '../../builtin-engine/extraction/hear-utterance.ts';
import type { Span } from './find-literal.ts';
import { type Folded, foldText } from './fold-text.ts';

/** One thing that the visitor said, read no further than somebody asks. */
export class Said {
  readonly entryId: string;
  readonly text: string;
  /** What had been said to the visitor before. */
  readonly question: string;
  /** The words are the agent's, and the visitor said yes to them: they have no place in the visitor's own. */
  readonly isAssent: boolean;
  private readonly isRecent: boolean;
  private readonly situation: Situation;
  private foldedText: Folded | undefined;
  private heardParts: Heard[] | undefined;

  constructor(
    entry: { id: string; text: string; question: string; isAssent?: boolean; isRecent?: boolean },
    situation: Situation,
  ) {
    this.entryId = entry.id;
    this.text = entry.text;
    this.question = entry.question;
    this.isAssent = entry.isAssent ?? false;
    this.isRecent = entry.isRecent ?? true;
    this.situation = situation;
  }

  get folded(): Folded {
    this.foldedText ??= foldText(this.text);
    return this.foldedText;
  }

  /** In parts that the recognisers take; what is long ago is compared by its letters alone. */
  get heard(): Heard[] {
    if (!this.isRecent) return [];
    this.heardParts ??= split(this.text).map((text) =>
      hearUtterance({ text, question: this.question, isReply: true }, this.situation),
    );
    return this.heardParts;
  }

  /** Where something that was heard in a part stands in the whole. */
  place(part: Heard, { from, to }: { from: number; to: number }): Span {
    const before = this.heard.slice(0, this.heard.indexOf(part));
    const start = before.reduce((sum, { text }) => sum + text.length, 0);
    return { start: start + from, end: start + to };
  }

  get now(): Situation {
    return this.situation;
  }
}

const PART = 1_900;

function split(text: string): string[] {
  if (text.length <= PART) return [text];
  const cut = text.lastIndexOf(' ', PART);
  const at = cut > PART / 2 ? cut : PART;
  return [text.slice(0, at), ...split(text.slice(at))];
}
