/** An action of this kind, for the gallery of the dashboard. */
export const sample = {
  name: 'Talk to a person',
  whenToUse: 'The visitor asks for a human.',
  settings: { message: 'A colleague will answer here.' },
};
