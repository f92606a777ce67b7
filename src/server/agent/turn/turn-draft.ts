import type { LanguageModelV4Source } from '@ai-sdk/provider';
import type { MuteRequest } from '../../../actions/define.ts';
import type { Card, Citation } from '../../../contract/entry.ts';
import type { TurnEntry, TurnOutcome } from '../../conversations/commit-turn.ts';
import { newId } from '../../platform/ids.ts';

interface LiveText {
  delta(entryId: string, offset: number, text: string): void;
  withdraw(entryId: string): void;
}

/** What a turn has come to so far: shown live as it is written, stored as a whole at the end. */
export class TurnDraft {
  private readonly entries: TurnEntry[] = [];
  private open: (TurnEntry & { text: string }) | null = null;
  private gap = '';
  private mute: MuteRequest | null = null;
  private readonly live: LiveText;

  constructor(live: LiveText) {
    this.live = live;
  }

  get isEmpty(): boolean {
    return this.entries.length === 0 && this.open === null && this.mute === null;
  }

  addText(text: string): void {
    if (!this.open) {
      const start = text.trimStart();
      if (start === '') return;
      this.open = { id: newId(), author: 'agent', text: '' };
      this.append(start);
    } else {
      this.append(this.gap + text);
    }
    this.gap = '';
  }

  /** The model was asked again: what it says next is a paragraph of its own, unless a card comes between. */
  endStep(): void {
    if (this.open) this.gap = '\n\n';
  }

  addSources(sources: LanguageModelV4Source[]): void {
    if (!this.open || sources.length === 0) return;
    const citations = this.open.citations ?? [];
    for (const source of sources) {
      const citation = toCitation(source);
      const known = citations.some(({ title, url }) => title === citation.title && url === citation.url);
      if (!known) citations.push(citation);
    }
    this.open.citations = citations;
  }

  hasCardOf(actionId: string): boolean {
    return this.entries.some((entry) => entry.actionId === actionId);
  }

  addCard(card: Card, actionId: string): void {
    this.closeText();
    this.entries.push({ id: newId(), author: 'agent', card, actionId });
  }

  /** The owner's closing line takes the place of what the model was saying of its own: the visitor is told once. */
  setMute(request: MuteRequest): void {
    this.mute = request;
    if (!request.closingLine || !this.open) return;
    this.live.withdraw(this.open.id);
    this.open = null;
  }

  /** Takes everything back that readers have seen live. */
  withdraw(): void {
    this.closeText();
    for (const { id, text } of this.entries) if (text !== undefined) this.live.withdraw(id);
  }

  toOutcome(): TurnOutcome {
    this.closeText();
    const entries = [...this.entries];
    if (this.mute?.closingLine) entries.push({ id: newId(), author: 'agent', text: this.mute.closingLine });
    const mute = this.mute && {
      ...this.mute,
      reason: storable(this.mute.reason),
      summary: storable(this.mute.summary),
    };
    return { state: 'done', entries, mute, error: null };
  }

  private append(text: string): void {
    if (!this.open) return;
    this.live.delta(this.open.id, this.open.text.length, text);
    this.open.text += text;
  }

  private closeText(): void {
    if (this.open) this.entries.push({ ...this.open, text: storable(this.open.text.trimEnd()) });
    this.open = null;
    this.gap = '';
  }
}

/** A model can write what PostgreSQL cannot hold: NUL, and halves of characters. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

function toCitation(source: LanguageModelV4Source): Citation {
  return source.sourceType === 'url'
    ? { sourceId: source.id, title: source.title ?? source.url, url: source.url }
    : { sourceId: source.id, title: source.title };
}
