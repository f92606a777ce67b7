import { TOPICS, type Topic } from '../claim-words/claim-words.ts';
import { foldWord, LEXICONS } from './lexicon.ts';
import type { Claim } from './read-sentence.ts';

/** Something that was done in this conversation, as the ledger or a card proves. */
export interface Deed {
  actionName: string;
  /** When the action is to be used, and its examples; not when it is not to be used. */
  guidance: string;
  effect: 'read' | 'write';
  /** What it amounts to, where its kind knows: a sent form is `send`, `save` and `forward`. */
  proves?: readonly Topic[];
}

/** Whether the deeds bear a claim out. Where a deed's words tell nothing, what it did is taken on trust. */
export function isSupported({ deeds: claimed, isReport }: Claim, deeds: readonly Deed[]): boolean {
  if (deeds.length === 0) return false;
  const particular = claimed.filter((topics) => !topics.includes('any'));
  if (particular.length === 0) return deeds.some((deed) => bears(deed, 'any', isReport));
  return particular.every((topics) =>
    topics.some((topic) => deeds.some((deed) => bears(deed, topic, isReport))),
  );
}

function bears(deed: Deed, topic: Topic, isReport: Claim['isReport']): boolean {
  if (topic === 'check' || topic === 'ship' || topic === 'other') return true;
  const told = topicsOf(deed);
  // Who looked up how an order stands knows more of it than that it is on its way.
  if (deed.effect === 'read')
    return (
      told.has('ship') && (isReport === 'of the past' || (isReport !== false && STANDINGS.includes(topic)))
    );
  const borneBy = BORNE_BY[topic];
  return borneBy === 'anything' || told.size === 0 || borneBy.some((other) => told.has(other));
}

/** What an order and the like can be found to be. */
const STANDINGS: readonly Topic[] = ['any', 'order', 'pay', 'confirm', 'create', 'register', 'save'];

/** What bears a claim out beside a deed of the same name: who books also sends, notes and confirms. */
const BORNE_BY: Record<Topic, readonly Topic[] | 'anything'> = {
  any: 'anything',
  check: 'anything',
  ship: 'anything',
  other: 'anything',
  send: 'anything',
  save: 'anything',
  confirm: 'anything',
  book: ['book'],
  order: ['order', 'book', 'pay'],
  cancel: ['cancel', 'remove', 'refund'],
  refund: ['refund', 'cancel', 'pay'],
  pay: ['pay', 'order', 'refund', 'book'],
  change: ['change', 'save', 'create', 'activate', 'cancel'],
  create: ['create', 'order', 'book', 'send', 'save', 'register', 'forward', 'refund'],
  forward: 'anything',
  register: ['register', 'create', 'save', 'send', 'book'],
  remove: ['remove', 'cancel', 'change'],
  activate: ['activate', 'change', 'create', 'register', 'save'],
};

const known = new WeakMap<Deed, Set<Topic>>();

/** What the words of an action speak of. */
function topicsOf(deed: Deed): Set<Topic> {
  const read = known.get(deed);
  if (read) return read;
  const words = (`${deed.actionName} ${deed.guidance}`.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldWord);
  const topics = new Set<Topic>(deed.proves);
  for (const { stems, topic } of STEMS)
    if (words.some((word) => stems.some((stem) => word.startsWith(stem)))) topics.add(topic);
  known.set(deed, topics);
  return topics;
}

const STEMS = TOPICS.map((topic) => ({
  topic,
  stems: LEXICONS.flatMap(({ source }) => source.topics[topic]?.names?.split(/[\s_]+/) ?? [])
    .filter((stem) => stem !== '')
    .map(foldWord),
}));
