/** "Show me the form again", "I closed it by accident", "doch das Formular": wants what was put away. */
export function asksForItBack(text: string): boolean {
  const heard = plain(text);
  return BACK.test(heard) && !NOT_BACK.test(heard);
}

/** "Please let me leave my details", "contact me", "a quote after all": wants to be heard from, or names what was put away. */
export function asksToBeContacted(text: string, label: string): boolean {
  const heard = plain(text);
  const named: string[] = label.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  const things = named.filter((word) => THING.test(word));
  const says = (word: string) => heard.includes(word);
  return (
    LEAVE.test(heard) || things.some(says) || (named.length > 0 && things.length === 0 && named.every(says))
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[’`]/g, "'");
}

/** What is got by leaving one's details: in "Team quote" it is the quote that the visitor would name. */
const THING =
  /^(?:quot(?:e|ation)|offer|estimate|demo|call-?back|consultation|trial|newsletter|brochure|catalogue?|angebot|rückruf|beratung|kostenvoranschlag|katalog|عرض|استشارة)/u;
const NOT_BACK =
  /(?:don't|do not|never|didn't|not)\b.{0,25}\bform\b|\bno (?:more )?forms?\b|kein\p{L}*\b.{0,20}formular|formular\b.{0,10}nicht|لا (?:أريد|اريد).{0,15}(?:النموذج|الاستمارة)/u;

const LEAVE = new RegExp(
  [
    `\\b(?:leave|give|send|take|share)\\b.{0,30}\\b(?:details|contact|e-?mail|number)\\b`,
    `\\b(?:contact|call|e-?mail|write) (?:me|us)\\b|\\bget (?:back to|in touch with) (?:me|us)\\b`,
    `(?:daten|kontakt|nummer|e-?mail).{0,40}(?:hinterlass|geben|schick|dalass)|(?:hinterlass|geben|schick).{0,40}(?:daten|kontakt)`,
    `(?:meld|ruf|kontaktier)\\w*.{0,20}\\b(?:mich|uns|mir|bei)\\b`,
    `(?:اتصل|تواصل).{0,10}(?:بي|معي|بنا|معنا)|أترك.{0,20}بيانات`,
  ].join('|'),
  'u',
);

const BACK = new RegExp(
  [
    `(?:show|open|bring|give|send|get|have|see|want|need|where)\\b.{0,30}\\b(?:that|the|this|your) form\\b(?! (?:of|for)\\b)`,
    `\\bform (?:again|back)\\b|\\bre-?open\\b.{0,20}\\b(?:it|form)\\b|\\bclosed (?:it|the form|that) (?:by|too)\\b`,
    `formular\\b.{0,20}(?:noch ?mal|wieder|zurück|zeigen|öffnen)|(?:noch ?mal|wieder|zeig).{0,20}formular`,
    `(?:أرني|افتح|أريد|اريد|أعد).{0,20}(?:النموذج|الاستمارة)`,
  ].join('|'),
  'u',
);
