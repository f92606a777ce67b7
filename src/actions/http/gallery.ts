/** An action of this kind, for the gallery of the dashboard. */
export const sample = {
  name: 'Look up an order',
  whenToUse: 'The visitor asks where their order is.',
  settings: {
    inputs: [
      {
        name: 'order_number',
        type: 'string',
        description: 'Your order number',
        required: true,
        source: 'visitor',
      },
      {
        ...{ name: 'reason', type: 'enum', description: '', required: false, source: 'visitor' },
        options: ['late', 'broken'],
      },
      { name: 'plan', type: 'string', description: '', required: true, source: 'identity:plan' },
    ],
    request: {
      method: 'POST',
      url: 'https://api.nordlys.example/orders/{{order_number}}',
      query: [],
      headers: [{ name: 'authorization', value: 'Bearer {{secrets.shop_key}}' }],
      body: { type: 'json', value: '{\n  "reason": {{reason}},\n  "plan": {{plan}}\n}' },
    },
    timeoutMs: 12_000,
    retry: { attempts: 3, when: 'safe' },
    response: { fields: [{ path: '$.status', name: 'status' }], card: { title: 'Your order' } },
    successMessage: 'It is {{status}}.',
    failureMessage: '',
  },
};

/** Its card, short and long. */
export const cards = [
  { state: 'submitted', payload: { title: 'Your order', rows: [{ label: 'status', value: 'in transit' }] } },
  {
    state: 'submitted',
    payload: {
      title: 'Your order',
      rows: [{ label: 'a_very_long_name_of_a_field', value: 'x'.repeat(160) }],
    },
  },
];
