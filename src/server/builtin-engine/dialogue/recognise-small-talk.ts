import type { PhraseName } from './phrases.ts';

type SmallTalkName = Extract<
  PhraseName,
  'greeting' | 'ready' | 'welcome' | 'goodbye' | 'identity' | 'acknowledged'
>;

/** What to say to words that are small talk and nothing else; null: there is more to them. */
export function recogniseSmallTalk(text: string): SmallTalkName | null {
  if (ONLY_SIGNS.test(text)) return THANKING.test(text) ? 'welcome' : 'acknowledged';
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[^\p{L}\p{N}'\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return SMALL_TALK.find(({ words }) => words.test(said))?.name ?? null;
}

const ONLY_SIGNS = /^(?:\p{Extended_Pictographic}(?:\p{M}|\p{Sk}|\u200d|[\s!.])*)+$/u;
const THANKING = /🙏|❤|💙|💚|🤗|🥰|😍/u;

const SMALL_TALK: { name: SmallTalkName; words: RegExp }[] = [
  {
    name: 'identity',
    words: only(
      `(?:are|r) (?:you|u) (?:a |an )?(?:(?:real|actual) )?(?:human|person|bot|robot|chatbot|ai|machine)(?: or (?:a |an )?(?:human|person|bot|robot|real person))?|
       who are you|what are you|what(?:'s| is|s) your name|wie heißt du|wie heißen sie|am i (?:talking|speaking|chatting) (?:to|with) (?:a |an )?(?:(?:real|actual) )?(?:human|person|bot|robot|machine)|
       (?:bist du|sind sie) (?:ein )?(?:echter )?(?:mensch|bot|roboter|ki)|wer bist du|wer sind sie|
       هل أنت (?:إنسان|انسان|روبوت|بوت)|من أنت|من انت`,
    ),
  },
  {
    name: 'ready',
    words: only(
      `(?:(?:hi|hello|hey) )?(?:can|could) you (?:please )?help(?: me)?(?: please)?|i (?:have|'ve got|got) (?:a |some |another )?(?:quick )?questions?|
       (?:can|may|could) i ask (?:you )?(?:something|a question)|what can you (?:do|help (?:me )?with)|
       (?:hallo )?(?:kannst du|können sie) mir (?:bitte )?helfen|ich habe (?:eine|noch eine) frage|لدي سؤال|عندي سؤال|هل يمكنك مساعدتي`,
    ),
  },
  {
    name: 'welcome',
    words: only(
      `(?:ok |okay |great |perfect |no )?(?:many )?(?:thanks?|thx|ty|cheers|thank you)(?: (?:you|so much|a lot|a bunch|very much|again|for (?:your|the) \\w+|that's all|that is all|bye|that (?:helped|helps)(?: a lot| me)?))*|
       (?:vielen |herzlichen |besten |nein )?dank(?:e)?(?: (?:schön|sehr|dir|ihnen|das war's|tschüss))*|
       شكرا(?: (?:جزيلا|لك|لكم))*`,
    ),
  },
  {
    name: 'goodbye',
    words: only(
      `(?:ok |okay )?(?:that's all |thats all |that is all )?(?:good ?)?bye(?: bye)?(?: for now)?|see (?:you|ya)(?: later)?|good night|have a (?:nice|good) (?:day|one|evening)|that's all|
       tschüss|tschüs|auf wiedersehen|bis bald|ciao|schönen tag(?: noch)?|مع السلامة|وداعا|إلى اللقاء`,
    ),
  },
  {
    name: 'greeting',
    words: only(
      `(?:hi|hello|hey|hei|hej|hiya|yo|howdy|hola|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|all|everyone))?(?: how are you(?: doing)?(?: today)?)?|
       how are you(?: doing)?|hallo|moin|servus|guten (?:tag|morgen|abend)|grüß gott|wie geht(?:'s| es dir| es ihnen)?|
       مرحبا|أهلا|اهلا|السلام عليكم|صباح الخير|مساء الخير|هاي|كيف حالك`,
    ),
  },
  {
    name: 'acknowledged',
    words: only(
      `(?:(?:ok|okay|k|cool|great|nice|lol|haha+|wow|alright|got it|i see|perfect|awesome|fine|good|hm+|sure|yes|yeah|no|nope|never mind) ?)+|
       (?:(?:okay|alles klar|super|prima|verstanden|gut|schön|ja|nein|toll) ?)+|(?:(?:حسنا|تمام|جيد|رائع|ممتاز|نعم|لا) ?)+`,
    ),
  },
];

function only(words: string): RegExp {
  return new RegExp(`^(?:${words.replace(/\n\s+/g, '')})$`, 'u');
}
