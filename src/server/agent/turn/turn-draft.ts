import type { LanguageModelV4Source } from '@ai-sdk/provider';
import type { MuteRequest } from '../../../actions/define.ts';
import type { Action } from '../../../contract/action.ts';
import {
  type Card,
  type Citation,
  CONFIRMATION,
  type ConfirmationPayload,
  INPUT_FORM,
  type InputFormPayload,
} from '../../../contract/entry.ts';
import type { TurnEntry, TurnOutcome } from '../../conversations/commit-turn.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import type { Proposal, TurnRecord } from '../../ledger/records/record-turn.ts';
import { newId } from '../../platform/ids.ts';

interface LiveText {
  delta(entryId: string, offset: number, text: string): void;
  withdraw(entryId: string): void;
}

/** What a turn has come to so far: shown live as it is written, stored as a whole at the end. */
export class TurnDraft {
  private readonly entries: TurnEntry[] = [];
  private open: (TurnEntry & { text: string }) | null = null;
  /** How much of the open text readers have seen. */
  private told = 0;
  private isTelling = false;
  private gap = '';
  private mute: (MuteRequest & { action: Action }) | null = null;
  private readonly proposals: Proposal[] = [];
  private readonly uses: Action[] = [];
  private readonly calls: CallRow[] = [];
  private readonly live: LiveText;

  constructor(live: LiveText) {
    this.live = live;
  }

  get isEmpty(): boolean {
    return this.entries.length === 0 && this.open === null && this.mute === null;
  }

  /** What was done in this turn. */
  get doneCalls(): readonly CallRow[] {
    return this.calls;
  }

  get mutedBy(): Action | null {
    return this.mute?.action ?? null;
  }

  addText(text: string): void {
    if (!this.open) {
      const start = text.trimStart();
      if (start === '') return;
      this.open = { id: newId(), author: 'agent', text: '' };
      this.told = 0;
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

  private addCard(card: Card, actionId: string): void {
    this.closeText();
    this.entries.push({ id: newId(), author: 'agent', card, actionId });
  }

  /** Shows what an action of the chat came to. */
  addUse(action: Action, payload: Card['payload']): void {
    this.addCard({ kind: action.kind, state: 'offered', payload }, action.id);
    this.uses.push(action);
  }

  /** The answer speaks of this call, whatever came of it. */
  addCall(call: CallRow): void {
    if (this.calls.some(({ id }) => id === call.id)) return;
    this.calls.push(call);
    if (call.card) this.addCard({ kind: call.kind, state: 'offered', payload: call.card }, call.action_id);
  }

  /** It is asked for already, in this turn. */
  hasProposal(hash: string): boolean {
    return this.entries.some(({ card }) => card?.kind === CONFIRMATION && card.payload.hash === hash);
  }

  /** Asks the visitor to confirm exactly these values. */
  addProposal(proposal: Omit<Proposal, 'entryId'>, payload: ConfirmationPayload): void {
    this.addCard({ kind: CONFIRMATION, state: 'offered', payload: { ...payload } }, proposal.action.id);
    this.proposals.push({ ...proposal, entryId: this.entries.at(-1)?.id ?? '' });
  }

  /** Asks the visitor for what a call still needs. */
  addForm(proposal: Omit<Proposal, 'entryId'>, payload: InputFormPayload): void {
    this.addCard({ kind: INPUT_FORM, state: 'offered', payload: { ...payload } }, proposal.action.id);
    this.proposals.push({ ...proposal, entryId: this.entries.at(-1)?.id ?? '' });
  }

  hasForm(actionId: string): boolean {
    return this.entries.some((entry) => entry.card?.kind === INPUT_FORM && entry.actionId === actionId);
  }

  /** How many writes wait for the visitor. */
  get proposedWrites(): number {
    return this.proposals.filter(({ plan }) => plan.effect === 'write').length;
  }

  /** The owner's closing line takes the place of what the model was saying of its own: the visitor is told once. */
  setMute(request: MuteRequest, action: Action): void {
    this.mute = { ...request, action };
    if (!request.closingLine || !this.open) return;
    this.live.withdraw(this.open.id);
    this.open = null;
  }

  /** Takes everything back that readers have seen live. */
  withdraw(): void {
    // What was not told yet need not be told to be taken back.
    if (this.open) this.told = this.open.text.length;
    this.closeText();
    for (const { id, text } of this.entries) if (text !== undefined) this.live.withdraw(id);
  }

  toOutcome(): TurnOutcome {
    this.closeText();
    const entries = [...this.entries];
    if (this.mute?.closingLine) entries.push({ id: newId(), author: 'agent', text: this.mute.closingLine });
    const mute = this.mute && {
      closingLine: this.mute.closingLine,
      reason: storable(this.mute.reason),
      summary: storable(this.mute.summary),
    };
    return { state: 'done', entries, mute, error: null };
  }

  /** What the ledger has to learn together with the answer; null: nothing. */
  toRecord(afterSeq: number): TurnRecord | null {
    const deeds = this.mute ? [{ action: this.mute.action, result: { status: 'muted' } }] : [];
    const uses = this.mute ? [...this.uses, this.mute.action] : this.uses;
    if (this.proposals.length + this.calls.length + uses.length === 0) return null;
    return { proposals: this.proposals, calls: this.calls, deeds, uses, afterSeq };
  }

  private append(text: string): void {
    if (!this.open) return;
    this.open.text += text;
    if (this.isTelling) return;
    this.isTelling = true;
    setImmediate(() => this.tell());
  }

  /** Tells what came since the last time. Words that come at the same moment go out as one. */
  private tell(): void {
    this.isTelling = false;
    if (!this.open || this.told === this.open.text.length) return;
    this.live.delta(this.open.id, this.told, this.open.text.slice(this.told));
    this.told = this.open.text.length;
  }

  private closeText(): void {
    this.tell();
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
