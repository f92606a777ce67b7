/** Messages that came together, where one that goes on with a sentence belongs to the one before: "I need jackets" "for my team". */
export function gatherMessages(messages: string[]): string[] {
  const gathered: string[] = [];
  for (const message of messages) {
    const before = gathered.at(-1);
    const goesOn = before !== undefined && GOES_ON.test(message) && !/[.!?؟]\s*$/.test(before);
    if (goesOn && !/[?؟]\s*$/.test(message)) gathered[gathered.length - 1] = `${before} ${message}`;
    else gathered.push(message);
  }
  return gathered;
}

const GOES_ON =
  /^\s*(?:for|with|without|to|into|of|from|at|on|by|because|and|or|für|mit|ohne|von|zu[mr]?|im|in|bei|nach|weil|und|oder|من|مع|إلى|على)(?!\p{L})/iu;
