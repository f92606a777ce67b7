/** A conversation in which the value of a call is the visitor's, in another spelling. */
interface Truth {
  title: string;
  said: string[];
  answers?: string[];
  action: string;
  input: Record<string, unknown>;
}

const truth = (
  said: string | string[],
  action: string,
  input: Truth['input'],
  answers?: string[],
): Truth => ({
  title: `${[said].flat().join(' / ')} → ${JSON.stringify(Object.values(input)[0])}`,
  said: [said].flat(),
  action,
  input,
  ...(answers ? { answers } : {}),
});

export const TRUTHS: Truth[] = [
  truth('Sign up ADA@Example.com!', 'subscribe', { email: 'ada@example.com' }),
  truth('ada (at) example.com', 'subscribe', { email: 'ada@example.com' }),
  truth('it’s <ada@example.com>, thanks', 'subscribe', { email: 'ada@example.com' }),
  truth('call +49 (0)30 / 123 45 67', 'call_back', { phone: '+49301234567' }),
  truth('0049 30 1234567', 'call_back', { phone: '+49301234567' }),
  truth('Bitte rufen Sie mich an: 030 1234567', 'call_back', { phone: '+49301234567' }),
  truth('my cell is (212) 555-0123', 'call_back', { phone: '+12125550123' }),
  truth('رقمي +٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', 'call_back', { phone: '+966501234567' }),
  truth('order #4711', 'look', { order_id: '4711' }),
  truth('it is ORD-4711.', 'look', { order_id: '4711' }),
  truth('ord 4711', 'look', { order_id: 'ORD-4711' }),
  truth('Bestellung 47 11 22 33', 'look', { order_id: '47112233' }),
  truth('我的订单号是4711谢谢', 'look', { order_id: '4711' }),
  truth('طلب رقم ٤٧١١', 'look', { order_id: '4711' }),
  truth('order 4711', 'look_by_number', { order_id: 4711 }),
  truth(['order 4711', 'is rain likely?', 'where is it?'], 'look', { order_id: '4711' }),
  truth(['where is it?', 'yes'], 'look', { order_id: '4711' }, ['Do you mean order 4711?']),
  truth('deliver on 3 April 2031', 'deliver', { day: '2031-04-03' }),
  truth('am 3. April 2031 bitte', 'deliver', { day: '2031-04-03' }),
  truth('April the 3rd 2031', 'deliver', { day: '2031-04-03' }),
  truth('2031-04-03 please', 'deliver', { day: '2031-04-03' }),
  truth('at 3pm', 'meet', { time: '15:00' }),
  truth('um 15 Uhr 30', 'meet', { time: '15:30' }),
  truth('I paid 1.234,50 €', 'refund', { amount: 1234.5 }),
  truth('it was $49.90', 'refund', { amount: 49.9 }),
  truth('forty dollars', 'refund', { amount: 40 }),
  truth('my name is ada LOVELACE', 'register', { full_name: 'Ada Lovelace' }),
  truth('Lovelace, Ada', 'register', { full_name: 'Ada Lovelace' }),
  truth('soy José Núñez', 'register', { full_name: 'Jose Nunez' }),
  truth('Juergen Mueller', 'register', { full_name: 'Jürgen Müller' }),
  truth(['Ada', 'Lovelace'], 'register', { full_name: 'Ada Lovelace' }, ['And your last name?']),
  truth('EXPRESS shipping please', 'ship', { method: 'express' }),
  truth('I want to pick up', 'ship', { method: 'pickup' }),
  truth(['the lamp', 'yes please'], 'wrap', { gift_wrap: true }, ['Shall I gift wrap it?']),
  truth('without gift wrap', 'wrap', { gift_wrap: false }),
  truth('two of them', 'order', { quantity: 2 }),
  truth('zwölf Stück', 'order', { quantity: 12 }),
  truth('hi, my lamp arrived and it was broken', 'note', { message: 'The lamp arrived broken.' }),
  truth('Die Lampen sind kaputt', 'note', { message: 'Kundin sagt, dass die Lampe kaputt ist' }),
  truth('I moved: 12 Main Street in Springfield', 'move', { address: '12 Main Street, Springfield' }),
  truth('we are example.com', 'link', { website: 'https://example.com' }),
  truth('orders 4711 and 4712', 'many', { order_ids: ['4711', '4712'] }),
];
