/** The visitor does not want to go on with what is being asked: "never mind", "doch nicht". */
export function callsItOff(text: string): boolean {
  return OFF.test(plain(text));
}

/** The visitor has not got what is asked for: "I don't have it", "keine Ahnung". */
export function cannotSay(text: string): boolean {
  return CANNOT.test(plain(text));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[’`]/g, "'").trim();
}

const OFF =
  /^(?:(?:no|nein|ok|oh|ach|لا)[,.! ]+)?(?:(?:please )?(?:never ?mind|forget (?:it|about it|that)|cancel(?: (?:it|that|this))?|stop(?: (?:it|that|this))?|leave it|skip it|drop it|not now|no thanks?|no thank you|i (?:changed|have changed) my mind|i don't want (?:to|that|this|it)(?: any ?more)?|doesn't matter|it's (?:ok|fine|okay)|vergiss es|vergessen sie(?: es| das)|egal|doch nicht|lieber nicht|lass(?:en sie)?(?: es| das)?(?: sein)?|abbrechen|nein danke|schon gut|hat sich erledigt|لا يهم|انس(?: الأمر)?|الغ(?:اء)?|إلغاء|لا شكرا|لا أريد|لا اريد))(?![\p{L}\p{N}])[\s\p{P}]*(?:thanks?|thank you|please|danke|شكرا)?[\s\p{P}]*$/u;
const CANNOT =
  /\b(?:i )?(?:don't|do not|can't|cannot|couldn't) (?:have|know|find|remember|recall|see)(?: (?:it|that|one|this|my|the|any|a)\b| (?:right )?now|[.!]|$)|\b(?:no idea|not sure|i lost it|i forgot)\b|(?:weiß|hab|habe|finde|kenne) (?:ich )?(?:es|sie|das|die|ihn)?(?: \p{L}+)? ?(?:nicht|keine)|keine ahnung|لا أعرف|لا اعرف|ليس لدي|لا أتذكر/u;
