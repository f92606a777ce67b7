/** "Show me the form again", "I closed it by accident", "doch das Formular": wants what was put away. */
export function asksForItBack(text: string): boolean {
  return BACK.test(text.normalize('NFKC').toLowerCase().replace(/[’`]/g, "'"));
}

const BACK = new RegExp(
  [
    `(?:show|open|bring|give|send|get|have|see|want|need|where)\\b.{0,30}\\b(?:that|the|this|your) form\\b(?! (?:of|for)\\b)`,
    `\\bform (?:again|back)\\b|\\bre-?open\\b.{0,20}\\b(?:it|form)\\b|\\bclosed (?:it|the form|that) (?:by|too)\\b`,
    `formular\\b.{0,20}(?:noch ?mal|wieder|zurück|zeigen|öffnen)|(?:noch ?mal|wieder|zeig).{0,20}formular`,
    `(?:أرني|افتح|أريد|اريد|أعد).{0,20}(?:النموذج|الاستمارة)`,
  ].join('|'),
  'u',
);
