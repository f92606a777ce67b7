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
export function isSupported({ topics }: Pick<Claim, 'topics'>, deeds: readonly Deed[]): boolean {
  if (deeds.length === 0) return false;
  const particular = topics.filter((topic) => topic !== 'any');
  if (particular.length > 0) return particular.every((topic) => deeds.some((deed) => bears(deed, topic)));
  return deeds.some(({ effect }) => effect === 'write');
}

function bears(deed: Deed, topic: Topic): boolean {
  if (topic === 'check' || topic === 'ship') return true;
  if (deed.effect === 'read') return false;
  const borneBy = BORNE_BY[topic];
  if (borneBy === 'anything') return true;
  const told = topicsOf(deed);
  return told.size === 0 || borneBy.some((other) => told.has(other));
}

/** What bears a claim out beside a deed of the same name: who books also sends, notes and confirms. */
const BORNE_BY: Record<Topic, readonly Topic[] | 'anything'> = {
  any: 'anything',
  check: 'anything',
  ship: 'anything',
  send: 'anything',
  save: 'anything',
  confirm: 'anything',
  book: ['book', 'order', 'register'],
  order: ['order', 'book', 'pay'],
  cancel: ['cancel', 'remove', 'refund'],
  refund: ['refund', 'cancel', 'pay'],
  pay: ['pay', 'order', 'refund', 'book'],
  change: ['change', 'save', 'create', 'activate', 'cancel'],
  create: ['create', 'order', 'book', 'send', 'save', 'register', 'forward', 'refund'],
  forward: ['forward', 'send', 'save', 'create'],
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
