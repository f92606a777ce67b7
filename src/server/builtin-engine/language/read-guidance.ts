/** What an owner's guidance is about, without the words that every guidance has. */
export interface GuidanceText {
  /** "When the customer …": when to act. */
  condition: string;
  /** What to do then: "Show this button". */
  instruction: string;
  /** The visitor asks about something: questions count, not only wishes. */
  asksAbout: boolean;
  /** The visitor wants something done. */
  wants: boolean;
}

export function readGuidance(whenToUse: string): GuidanceText {
  const [, before = '', after = ''] =
    /^(.*?)\b(?:when(?:ever)?|if|once|wenn|falls|sobald)\b(.*)$/isu.exec(whenToUse) ?? [];
  const [, beforeArabic = '', afterArabic = ''] = /^(.*?)(?:عندما|إذا|اذا|حين)(.*)$/su.exec(whenToUse) ?? [];
  const condition = after || afterArabic || whenToUse;
  return {
    condition: condition.replace(WHO, ' ').replace(SAYING, ' '),
    instruction: (before || beforeArabic).replace(SHOWING, ' '),
    asksAbout: ASKING.test(condition),
    wants: WANTING.test(condition),
  };
}

const WHO =
  /^\s*(?:the |an? |our |your |der |die |das |ein |eine )?(?:customer|client|user|guest|visitor|employee|person|patient|student|member|shopper|buyer|someone|somebody|anyone|people|they|kunde|kundin|besucher|besucherin|gast|nutzer|patient|jemand|man|العميل|الزائر|المستخدم|شخص|أحد|الضيف)s?\b/iu;
const SAYING =
  /\b(?:wants?|asks?|asking|needs?|would like|wishes|says?|is looking|is interested|tells?|mentions?|inquires?|whether|fragt|möchte|will|sagt|braucht|wissen)\b/giu;
const SHOWING =
  /\b(?:use|show|share|offer|send|open|give|hand over|call|trigger|this|button|link|form|immediately)\b/giu;
const ASKING =
  /\b(?:asks?|asking|questions?|inquir\w+|curious|wonders?|fragt|fragen|wissen)\b|يسأل|سؤال|يستفسر/iu;
const WANTING =
  /\b(?:wants?|needs?|would like|wishes|looking|interested|möchte|will|braucht|sucht)\b|يريد|يرغب|يحتاج/iu;
