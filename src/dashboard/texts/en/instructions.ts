export const instructions = {
  title: 'Instructions',
  hint: 'Who {{name}} is, what it says, and what it keeps to.',
  name: 'Name',
  nameHint: 'Visitors see it above every answer.',
  greeting: 'Greeting',
  greetingHint: 'The first words in the chat.',
  rules: 'Rules',
  rulesHint: 'What the agent should do and leave, in your own words.',
  tone: 'Tone',
  friendly: 'Friendly',
  neutral: 'Neutral',
  formal: 'Formal',
  brief: 'Brief',
  language: 'Language',
  languageHint: 'What it answers in.',
  auto: 'The visitor’s own',
  saved: 'Saved. The next answer keeps to it.',
  suggestion: 'This is a good start. Change what does not fit; it counts once you save it.',
  defaultGreeting: 'Hello! How can I help you?',
  defaultInstructions: `You help the visitors of our website.

- Answer from what you know about us. If you do not know something, say so and offer to pass the question on.
- Keep answers short: two or three sentences, then ask whether that helped.
- Never make up prices, dates or promises.
- Ask for contact details only when somebody wants to be contacted.
- When somebody is upset or asks for a person, hand over to our team.`,
  versions: 'Versions',
  noVersions: 'Each save becomes a version here.',
  version: 'Version {{version}}',
  current: 'Now',
  changes: 'What changed',
  changesOf: 'What changed, version {{version}}',
  restore: 'Restore',
  restoreOne: 'Restore version {{version}}',
  restored: 'Version {{version}} is back.',
  added: 'Added:',
  removed: 'Removed:',
  emptyLine: '(empty line)',
  deleteAgent: 'Delete this agent',
  deleteTitle: 'Delete {{name}}?',
  deleteText:
    'It answers nobody any more, and its chat disappears from your pages. Its actions are archived. Conversations and leads stay.',
  delete: 'Delete the agent',
};
