/** "Show me the form again", "I closed it by accident", "doch das Formular": wants what was put away. */
export function asksForItBack(text: string): boolean {
  return BACK.test(text.normalize('NFKC').toLowerCase().replace(/[’`]/g, "'"));
}

/** "Please let me leave my details", "contact me about the team quote": wants to be heard from after all. */
export function asksToBeContacted(text: string, label: string): boolean {
  const heard = text.normalize('NFKC').toLowerCase().replace(/[’`]/g, "'");
  const named = label.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  return LEAVE.test(heard) || (named.length > 0 && named.every((word) => heard.includes(word)));
}

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
