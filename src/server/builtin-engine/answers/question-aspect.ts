/** What kind of answer a question is after; the topic is not enough: "how long" and "how much" differ in nothing else. */
export type Aspect = 'duration' | 'cost' | 'place' | 'moment';

export function findAspects(text: string): Set<Aspect> {
  const said = text.normalize('NFKC').toLowerCase();
  return new Set(ASPECTS.filter(({ words }) => words.test(said)).map(({ aspect }) => aspect));
}

/** The text names what a question of this aspect wants to hear: a span of time, a price, hours. */
export function answersAspect(text: string, aspect: Aspect): boolean {
  return ANSWERS[aspect].test(text.normalize('NFKC').toLowerCase());
}

const SPAN = '(?:minute|hour|day|week|month|year|stunde|tag|woche|monat|jahr)\\p{L}*';
const ANSWERS: Record<Aspect, RegExp> = {
  duration: new RegExp(
    `(?:\\d|one|two|three|four|five|six|seven|ten|zwei|drei|vier|fünf) (?:working |business )?${SPAN}|يوم|أيام|ساعة|شهر`,
    'u',
  ),
  cost: /[€$£]|\b(?:free|kostenlos|gratis|eur|usd|chf)\b|مجاني/u,
  place: /\b(?:in|at|to|behind|near|hinter|nach) (?:the )?\p{L}+/u,
  moment:
    /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|within|after|as soon as)\b|\d[:.]\d\d|tag\b|uhr\b|يوم/u,
};

const ASPECTS: { aspect: Aspect; words: RegExp }[] = [
  {
    aspect: 'duration',
    words: anyOf(
      `how (?:long|fast|soon|quick|quickly)|how many (?:working |business )?(?:minutes|hours|days|weeks|months)|how much time|
       duration|(?:delivery|waiting|shipping|processing) time|wie (?:lange|schnell)|dauert|dauer|lieferzeit|wie viele tage`,
      `كم (?:يستغرق|تستغرق|يوم|من الوقت)|مدة`,
    ),
  },
  {
    aspect: 'cost',
    words: anyOf(
      `how (?:much|expensive)(?! time)|costs?|prices?|pricing|fees?|charge[sd]?|free(?! (?:of|from))|cheap|expensive|to pay for|
       was kostet|kosten|kostet|kostenlos|preis|preise|teuer|gebühr|gebühren|wie ?viel`,
      `تكلفة|سعر|رسوم|مجاني|بكم`,
    ),
  },
  {
    aspect: 'place',
    words: anyOf(
      `where(?! (?:is|are|s|'s) my|'s my)|which (?:country|countries|city|cities)|address|located|location|directions|wo(?! (?:ist|sind|bleibt) mein\\p{L}*)|woher|wohin|adresse|welche länder`,
      `أين|اين|عنوان|موقع`,
    ),
  },
  {
    aspect: 'moment',
    words: anyOf(
      `when|what time|which day|opening (?:hours|times)|wann|um wie viel uhr|öffnungszeiten`,
      `متى|ساعات`,
    ),
  },
];

/** `\b` knows only Latin letters without marks, so the edges are told by what is no letter. */
function anyOf(latin: string, arabic: string): RegExp {
  const words = latin.replace(/\n\s+/g, '');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])|${arabic}`, 'u');
}
