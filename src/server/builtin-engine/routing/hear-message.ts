import { nearestReading, type Reading, readText } from '../language/reading.ts';
import { readSpeechAct, type SpeechAct } from '../language/speech-act.ts';
import type { WordVectors } from '../language/word-vectors.ts';
import { deedsOf } from './deeds.ts';

/** A visitor's words, read once for all tools. */
export interface HeardMessage {
  reading: Reading;
  speech: SpeechAct;
  deeds: Set<string>;
  namesHuman: boolean;
}

export function hearMessage(text: string, vectors: WordVectors): HeardMessage {
  const reading = readText(text, vectors);
  return {
    reading,
    speech: readSpeechAct(text),
    deeds: deedsOf(reading.words),
    namesHuman: reading.words.some(({ concepts }) => concepts.includes('human')),
  };
}

/** What speaks for using no tool at all, whatever the tools; each about 0 to 1. */
export type SilenceMeasures = ReturnType<typeof measureSilence>;

export function measureSilence({ reading, speech }: HeardMessage, smallTalk: Reading[]) {
  const question = Math.max(speech.factQuestion, speech.yesNoQuestion);
  const length = reading.words.length;
  return {
    bias: 1,
    smallTalk: nearestReading(reading, smallTalk),
    factQuestion: speech.factQuestion,
    yesNoQuestion: speech.yesNoQuestion,
    wish: speech.wish,
    request: speech.request,
    mayI: speech.mayI,
    command: speech.command,
    firstPerson: speech.firstPerson,
    negation: speech.negation,
    impersonalQuestion: question * (1 - speech.firstPerson),
    empty: length === 0 ? 1 : 0,
    oneWord: length === 1 ? 1 : 0,
    length: Math.min(1, length / LONG),
  };
}

const LONG = 8;
