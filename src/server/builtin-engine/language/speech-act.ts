/** How something is said, whatever it is about. Each is 1 or 0. */
export interface SpeechAct {
  /** "Who is…", "when was…": wants a fact. */
  factQuestion: number;
  /** "How do I…": wants the way to do something. */
  howTo: number;
  /** "Do you…", "is there…": asks what exists or is allowed. */
  yesNoQuestion: number;
  /** "I want…", "I'm looking for…". */
  wish: number;
  /** "Can you…", "please…", "help me…". */
  request: number;
  /** "Can I…", "is it possible to…". */
  mayI: number;
  /** Begins with what to do: "cancel my…". */
  command: number;
  /** Speaks of oneself: I, my, we. */
  firstPerson: number;
  /** Something went wrong or happened: "I lost…", "…didn't work". */
  report: number;
  /** "Don't", "no longer", "already". */
  negation: number;
}

export function readSpeechAct(text: string): SpeechAct {
  const said = text.normalize('NFKC').toLowerCase().replace(/[’`]/g, "'").trim();
  const marks = Object.entries(CUES).map(([name, cue]) => [name, cue.test(said) ? 1 : 0] as const);
  return Object.fromEntries(marks) as unknown as SpeechAct;
}

const CUES: Record<keyof SpeechAct, RegExp> = {
  factQuestion: cue(
    `^(?:(?:can|could|would) you )?(?:please )?(?:tell me |do you know |i (?:want|need|would like|'d like) to know )?
     (?:what|who|when|where|which|whose|why|how (?!(?:do|can|would|could|should|might) i\\b|to\\b))`,
    `^(?:was|wer|wann|wo|welche[rs]?|warum|wieso|wie (?!(?:kann|komme|bekomme) ich))`,
    `^(?:ما|ماذا|من هو|متى|أين|اين|لماذا|كم)`,
  ),
  howTo: cue(
    `how (?:do|can|would|could|should|might|to) ?(?:i|we|one)?\\b|how to|steps|process (?:of|for|to)|way to|what do i (?:need|have)`,
    `wie (?:kann|komme|bekomme|geht|mache)`,
    `كيف`,
  ),
  yesNoQuestion: cue(
    `^(?:hi,? |hello,? )?(?:do|does|did|is|are|was|were|has|have|will|any)\\b(?! i\\b)|do you (?!want)`,
    `^(?:gibt es|haben sie|habt ihr|ist|sind|bieten|kann man|hat)`,
    `^(?:هل|لديكم|عندكم)`,
  ),
  wish: cue(
    `\\bi(?:'d| would| really| also|'m| am)*\\s(?:want|wanna|need|like to|love to|wish|looking|interested|hope|rather|have to|must)`,
    `\\bwe(?:'d| would|'re| are)* (?:want|need|like to|looking|interested)|^(?:looking (?:for|to)|interested in)`,
    `ich (?:möchte|will|brauche|hätte|würde|suche)|wir (?:möchten|wollen|brauchen|suchen)`,
    `أريد|اريد|أود|اود|أرغب|ارغب|أحتاج|احتاج|بدي|عايز|ابغى|أبحث`,
  ),
  request: cue(
    `\\b(?:can|could|would|will) (?:you|someone|somebody)\\b|\\bplease\\b|\\bhelp me\\b|\\blet'?s\\b`,
    `\\bbitte\\b|(?:kannst du|können sie|könnten sie|könnt ihr)`,
    `من فضلك|لو سمحت|رجاء|هل يمكنك|ساعدني`,
  ),
  mayI: cue(
    `\\b(?:can|could|may|might) (?:i|we)\\b|possible`,
    `(?:kann|könnte|darf) ich|können wir|möglich`,
    `هل يمكنني|هل أستطيع|ممكن`,
  ),
  command: cue(
    `^(?:please |pls |hey,? |ok,? )?(?!(?:i|we|my|our|the|a|an|is|are|do|does|did|can|could|will|would|should|what|who|when|where|which|why|how|hi|hello|thanks|thank|it|this|that|there|any|you|your|if|has|have|was|were|no|yes)\\b)[a-z]+ (?:me|my|a|an|the|to|up|out|off|in|for|us|this|all|it)\\b`,
  ),
  firstPerson: cue(
    `\\b(?:i|my|me|mine|we|our|us)\\b`,
    `\\b(?:ich|mir|mich|meine?[nmrs]?|wir|uns|unsere?[nmrs]?)\\b`,
    `أنا|انا|لي`,
  ),
  report: cue(
    `\\b(?:i|my|we|someone|it)\\b.{0,40}\\b(?:lost|forgot|forgotten|can't|cannot|can not|couldn't|didn't|doesn't|don't|isn't|isnt|wasn't|won't|unable|failed|declined|stolen|changed|moved|got|broke|was|never)\\b`,
    `ich habe .*(?:verloren|vergessen)|funktioniert nicht|geht nicht|nicht (?:möglich|angekommen)`,
    `فقدت|نسيت|لا يعمل|لا تعمل|لم `,
  ),
  negation: cue(
    `\\b(?:not|don't|dont|doesn't|no longer|already|never|without|instead of)\\b`,
    `\\b(?:nicht|kein|keine|keinen|bereits)\\b`,
    `\\bلا |ليس|بدون`,
  ),
};

function cue(...patterns: string[]): RegExp {
  return new RegExp(patterns.map((pattern) => pattern.replace(/\n\s+/g, '')).join('|'), 'u');
}
