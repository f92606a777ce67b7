/** A visitor's answer to an offer. */
export interface Reply {
  answer: 'yes' | 'no';
  /** What was said besides: "yes, | put me through to sales". */
  rest: string;
}

/** "Yes please", "ja gern", "نعم", "no thanks"; null: no such answer. Meant for words that follow an offer. */
export function recogniseReply(text: string): Reply | null {
  let rest = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/^\s*(?:👍|👌|✅|🆗)/u, 'yes ')
    .replace(/^\s*👎/u, 'no ')
    .trim();
  const first = ANSWERS.find(({ words }) => words.test(rest));
  if (first === undefined) return null;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(first.words, '').replace(FILLER, '');
  }
  return { answer: first.answer, rest: rest.replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '') };
}

const END = '(?![\\p{L}\\p{N}])[\\p{P}\\p{S}\\s]*';

/** "No" is tried first: "no, not now" has no "yes" in it, but "nein danke" starts like thanks. */
const ANSWERS: { answer: Reply['answer']; words: RegExp }[] = [
  {
    answer: 'no',
    words: startsWith(
      `no thanks|no thank you|no not now|not now|not right now|not yet|not today|maybe later|later|no need|no|nope|nah|never mind|
       i don't want (?:that|to|it)|don't|nein danke|nein|nö|nee|lieber nicht|jetzt nicht|nicht jetzt|später|vielleicht später|
       danke nein|non merci|non|no gracias|لا شكرا|لا اريد|لا أريد|لا|ليس الآن|ليس الان|مش الآن|لاحقا|غير مهتم`,
    ),
  },
  {
    answer: 'yes',
    words: startsWith(
      `yes please|yes|yeah|yep|yup|ya|sure thing|sure|ok|okay|alright|please do|please|go ahead|do (?:it|that|so)|sounds (?:good|great)|
       that would be (?:great|nice|good)|of course|absolutely|definitely|why not|let's do (?:it|that)|i would|i'd (?:like|love) (?:that|to)|
       ja|jawohl|jep|gerne|gern|klar|natürlich|sicher|auf jeden fall|in ordnung|mach (?:das|mal)|machen sie das|bitte|passt|einverstanden|
       oui|bien sûr|d'accord|volontiers|allez-y|sí|si|claro|por supuesto|vale|adelante|
       نعم|أجل|اجل|ايوه|أيوه|ايوا|أيوة|تمام|حسنا|طبعا|بالطبع|بالتأكيد|بالتاكيد|موافق|أكيد|اكيد|من فضلك|اوكي|يلا`,
    ),
  },
];

const FILLER = startsWith(
  `please|thanks|thank you|very much|that|it|then|great|good|cool|now|danke|das|mal|dann|sehr|bitte|s'il vous plaît|merci|por favor|gracias|شكرا|جزيلا|من فضلك|لو سمحت`,
);

function startsWith(words: string): RegExp {
  return new RegExp(`^(?:${words.replace(/\n\s+/g, '')})${END}`, 'u');
}
