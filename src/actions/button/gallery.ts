/** An action of this kind, for the gallery of the dashboard. */
export const sample = {
  name: 'Show the size guide',
  whenToUse: 'The visitor is not sure about a size.',
  settings: { text: 'Size guide', url: 'https://nordlys.example/sizes' },
};

const payload = { text: 'Size guide', url: 'https://nordlys.example/sizes' };
/** Its card, in each of its states. */
export const cards = [
  { state: 'offered', payload },
  { state: 'opened', payload },
  { state: 'expired', payload: { ...payload, text: 'A size guide with a rather long name for a button' } },
];
