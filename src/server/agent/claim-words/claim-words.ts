/** What a claim can be about. `any`: that something was done, whatever it was. */
export const TOPICS = [
  'any',
  'book',
  'order',
  'cancel',
  'refund',
  'pay',
  'change',
  'create',
  'send',
  'forward',
  'save',
  'confirm',
  'register',
  'remove',
  'activate',
  'ship',
  'check',
  /** A deed that no list knows: "I have defragmented it". */
  'other',
] as const;
export type Topic = (typeof TOPICS)[number];

/** What words do in a sentence that says, or does not say, that something was done. */
export const ROLES = [
  'i',
  'we',
  'you',
  /** What belongs to this conversation: "your …", "it", "everything". */
  'yours',
  /** "the": only with a thing is it this conversation's. */
  'the',
  /** What belongs to the company: "our". */
  'ours',
  /** "a", "new": what a company tells of itself. */
  'some',
  'has',
  /** Present: "is", "are". */
  'is',
  /** A passive or a state that is over: "was", "been". */
  'was',
  /** Of the auxiliaries those that follow a modal, too: "have", "be". */
  'bare',
  'may',
  'not',
  /** Says "not" when it comes right after: "I sent nothing". */
  'nothing',
  /** "if", "when", "once": what follows has not happened. */
  'if',
  /** "that", after a comma "die": a relative clause, when an auxiliary follows or a comma comes before. */
  'relative',
  'and',
  'that',
  'but',
  /** What is so in general: "usually", "within". */
  'habit',
  /** Tells of what was before this conversation: "yesterday". */
  'past',
  /** Small words between a verb and its auxiliary. */
  'between',
  /** What bookings, orders and the like are called. */
  'thing',
  /** Comes before a claim and says nothing: "Great", "Sure". */
  'opener',
  /** Words after a lone participle, by which it is no adjective: "Booked for Monday". */
  'follows',
  'asks',
  'will',
  /** With a verb after it: "did cancel", "managed to cancel". */
  'did',
  /** Looks like a deed and is none: "understood". */
  'idle',
  'now',
  /** Tells which language it is, and nothing else. */
  'common',
] as const;
export type Role = (typeof ROLES)[number];

/** What words tell of something that is still to come. */
export const SIGNS = [
  /** When it is to come: "shortly", "tomorrow morning". */
  'soon',
  /** What comes to a visitor only because something was done: "a confirmation", "a replacement". */
  'evidence',
  /** Who works for the company: "a colleague", "a technician". */
  'people',
  /** What is kept for somebody: "seat", "table". */
  'place',
  /** Asks for what only the visitor can do, and tells what comes of it: "fill in", "the form". */
  'invites',
] as const;
export type Sign = (typeof SIGNS)[number];

/** The words for one topic; `_` joins a phrase. */
export interface TopicWords {
  /** Done, with an auxiliary or alone: "booked". */
  done?: string;
  /** Done, only when the agent says it of itself: "checked". */
  ownDone?: string;
  /** Says it all by itself: "cancelé", "you are all set". */
  said?: string;
  /** Being done right now: "booking". */
  doing?: string;
  /** About to be done: "book". */
  promise?: string;
  /** How a thing of the visitor's stands when it was done: "in progress", "with our team". */
  stands?: string;
  /** How it comes to the visitor: "receive", "call". With "will", or with when. */
  comes?: string;
  /** The same, with "will" in the word: "recibirá". */
  willCome?: string;
  /** How words begin by which an action names such a deed. */
  names?: string;
}

/** One language's words for claims. */
export interface ClaimWords extends Partial<Record<Role | Sign, string>> {
  language: string;
  /** Said instead of a false claim, to have done something, or to have looked it up. */
  honest: { done: string; checked: string };
  /** The past needs no auxiliary: "I booked". */
  hasSimplePast?: boolean;
  /** How participles end that stand with an auxiliary, as a pattern. */
  participle?: string;
  /** The endings of a participle, any of which may take the place of another. */
  endings?: string;
  /** What may be added to a verb, for whom or what it was done. */
  suffixes?: string;
  /** How verbs end by which the agent tells of itself, without more, as a pattern. */
  ownPast?: string;
  /** How passives end that need no auxiliary, as a pattern. */
  passive?: string;
  /** How verbs end, or begin, in the future, as a pattern. */
  future?: string;
  /** How what is the visitor's ends, as a pattern. */
  yoursEnding?: string;
  /** "Is" is not said: "your request now with our team". */
  hasNoCopula?: boolean;
  /** A participle alone is a claim: "Booked!". */
  hasFragments?: boolean;
  /** The verb can stand this many words after its auxiliary; absent: sentences of this language are shown whole. */
  reach?: number;
  topics: Partial<Record<Topic, TopicWords>>;
}
