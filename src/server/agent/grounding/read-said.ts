import type { Situation } from '../../builtin-engine/extraction/hear-utterance.ts';
import { recogniseReply } from '../../builtin-engine/offers/recognise-reply.ts';
import type { TimelineEntry } from '../../conversations/sync/list-entries.ts';
import { Said } from './said.ts';

/**
 * All that the visitor said, the newest first. Where they only said yes, the question that they said it to is theirs, too.
 * @param situation of now; each entry is read as of the time when it was written
 */
export function readSaid(
  timeline: Pick<TimelineEntry, 'id' | 'author' | 'text' | 'at'>[],
  situation: Situation,
): Said[] {
  const all: Said[] = [];
  const recent = recentOf(timeline);
  let question = '';
  for (const { id, author, text, at } of timeline) {
    if (!text) continue;
    if (author.type !== 'visitor') {
      question = author.type === 'system' ? question : text;
      continue;
    }
    const then = { ...situation, now: wallClock(at) };
    all.push(new Said({ id, text, question, isRecent: recent.has(id) }, then));
    const asked = lastQuestion(question);
    const reply = asked === '' ? null : recogniseReply(text);
    if (reply?.answer === 'yes' && reply.rest === '')
      all.push(new Said({ id, text: asked, question: '', isAssent: true }, then));
  }
  return all.reverse();
}

/** As much as is looked through for dates and the like, so that no visitor can keep the server busy. */
const MOST_CHARS = 12_000;

function recentOf(timeline: Pick<TimelineEntry, 'id' | 'author' | 'text'>[]): Set<string> {
  const recent = new Set<string>();
  let chars = 0;
  for (const { id, author, text = '' } of timeline.toReversed()) {
    if (author.type !== 'visitor') continue;
    chars += text.length;
    if (chars > MOST_CHARS && recent.size > 0) break;
    recent.add(id);
  }
  return recent;
}

/** The last sentence, where that is a question. */
function lastQuestion(text: string): string {
  const said = text.trimEnd();
  if (!/[?؟]$/.test(said)) return '';
  const sentences = said.slice(0, -1).split(/[!?؟\n]|\.\s/);
  return sentences.at(-1)?.trim() ?? '';
}

/** UTC as the clock of the place: what the models are told, too. */
function wallClock(at: string): Date {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(at) ?? [];
  if (year === undefined) return new Date();
  return new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
}
