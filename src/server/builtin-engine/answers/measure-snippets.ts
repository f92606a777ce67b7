import { bestMatch, sameness } from '../language/compare-words.ts';
import { compareTopics, coverage, type Reading } from '../language/reading.ts';
import type { Word } from '../language/words.ts';
import type { PromptSnippet } from '../protocol.ts';
import type { Router } from '../routing/router.ts';
import { isDoubtful } from './is-doubtful.ts';
import { type Aspect, answersAspect, findAspects } from './question-aspect.ts';

/** How a snippet and the visitor's words go together; each about 0 to 1. Weights: `pick-snippet.ts`. */
export type SnippetMeasures = ReturnType<typeof measureSnippets>[number]['measures'];

/** Measures snippets together: words that many of them share tell little about each. */
export function measureSnippets(words: string, snippets: PromptSnippet[], router: Router) {
  const read = readCorpus(snippets, router);
  const said = router.read(words);
  const saidInQuestions = said.words.map(rarityIn(read.map(({ question }) => question.words)));
  const saidInTexts = said.words.map(rarityIn(read.map(({ whole }) => whole.words)));
  const aspects = findAspects(words);
  return read.map(({ snippet, question, rareQuestion, whole, aspects: asked }) => {
    const shared = [...aspects].some((aspect) => asked.has(aspect));
    return {
      snippet,
      measures: {
        saidInQuestion: coverage(saidInQuestions, question.words),
        questionSaid: coverage(rareQuestion, said.words),
        sameInText: coverage(saidInTexts, whole.words, sameness),
        saidInText: coverage(saidInTexts, whole.words),
        strongest: strongestMatch(saidInQuestions, question.words),
        strongestInText: strongestMatch(saidInTexts, whole.words),
        textTopic: compareTopics(said, whole),
        sameAspect: shared ? 1 : 0,
        doubt: isDoubtful({
          text: words,
          said: said.words,
          rare: saidInTexts,
          question: snippet.question === undefined ? [] : question.words,
          rareQuestion,
          whole: whole.words,
          sharesAspect: shared,
        })
          ? 1
          : 0,
        answersAspect: [...aspects].some((aspect) => answersAspect(snippet.text, aspect)) ? 1 : 0,
      },
    };
  });
}

interface ReadSnippet {
  snippet: PromptSnippet;
  question: Reading;
  whole: Reading;
  aspects: Set<Aspect>;
  /** The question's words, weighed by how few of the other questions say them. */
  rareQuestion: Word[];
}

/** A small knowledge base comes whole with every turn: it is read once, as long as it stays the same. */
const corpora = new WeakMap<Router, Map<string, ReadSnippet[]>>();
const MAX_CORPORA = 16;

function readCorpus(snippets: PromptSnippet[], router: Router): ReadSnippet[] {
  const known = corpora.get(router) ?? new Map<string, ReadSnippet[]>();
  corpora.set(router, known);
  const key = snippets
    .map((snippet) => JSON.stringify(snippet))
    .sort()
    .join();
  const read = known.get(key) ?? weighQuestions(snippets.map((snippet) => readSnippet(snippet, router)));
  known.delete(key);
  known.set(key, read);
  const oldest = known.keys().next();
  if (known.size > MAX_CORPORA && !oldest.done) known.delete(oldest.value);
  return read;
}

function readSnippet(snippet: PromptSnippet, router: Router): Omit<ReadSnippet, 'rareQuestion'> {
  const asked = snippet.question ?? snippet.title;
  return {
    snippet,
    question: router.read(asked),
    whole: router.read(`${snippet.title} ${asked} ${snippet.text}`),
    aspects: findAspects(asked),
  };
}

function weighQuestions(read: Omit<ReadSnippet, 'rareQuestion'>[]): ReadSnippet[] {
  const inQuestions = rarityIn(read.map(({ question }) => question.words));
  return read.map((one) => ({ ...one, rareQuestion: one.question.words.map(inQuestions) }));
}

function rarityIn(texts: Word[][]): (word: Word) => Word {
  return (word) => ({ ...word, weight: word.weight * rarity(word, texts) });
}

function rarity(word: Word, texts: Word[][]): number {
  const sharers = texts.filter((words) => bestMatch(word, words).likeness >= NAMES_IT).length;
  return 1 - Math.log(Math.max(1, sharers)) / Math.log(texts.length + 1);
}

function strongestMatch(words: Word[], others: Word[]): number {
  return Math.max(0, ...words.map((word) => word.weight * bestMatch(word, others).likeness));
}

/** Likeness from which a word counts as said. */
const NAMES_IT = 0.6;
