/** An action of this kind, for the gallery of the dashboard. */
export const sample = {
  name: 'Collect leads',
  whenToUse: 'The visitor wants a quote, or to be called back.',
  settings: {
    fields: [
      { name: 'name', type: 'name', label: '', required: true },
      { name: 'email', type: 'email', label: '', required: true },
      { name: 'order', type: 'text', label: 'Order number', required: false },
    ],
    consent: 'We use this only to answer you.',
    successMessage: '',
    dismissMessage: '',
    keepPartial: true,
  },
};

const payload = { fields: sample.settings.fields, consent: sample.settings.consent };
/** Its card, in each of its states. */
export const cards = [
  { state: 'offered', payload },
  { state: 'submitted', payload: { ...payload, message: 'Thank you. We write to you today.' } },
  { state: 'dismissed', payload },
  { state: 'expired', payload },
];
