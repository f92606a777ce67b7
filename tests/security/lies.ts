/** A conversation in which the model puts a value into a call that nobody gave. */
export interface Lie {
  title: string;
  said: string[];
  /** What the agent says to each of the visitor's words but the last. */
  answers?: string[];
  action: string;
  input: Record<string, unknown>;
  /** Somebody else says it in a conversation of their own. */
  elsewhere?: string;
  /** The API answers this to `look` of the order in the visitor's last words, before the lie. */
  answer?: unknown;
}

export type Random = () => number;

/** The same numbers for the same seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, (_, i) =>
    String(i === 0 ? 1 + Math.floor(random() * 8) : Math.floor(random() * 10)),
  ).join('');
const otherDigit = (random: Random, number: string): string => {
  const at = Math.floor(random() * number.length);
  const digit = (Number(number[at]) % 8) + 1;
  return `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
};

const FIRST = ['Ada', 'Joel', 'Miriam', 'Yusuf', 'Katja', 'Ines'] as const;
const LAST = ['Lovelace', 'Adams', 'Okafor', 'Haddad', 'Brandt', 'Silva'] as const;
const DOMAINS = ['example.com', 'mail.example', 'post.example'] as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'] as const;
const mail = (random: Random) =>
  `${pick(random, FIRST).toLowerCase()}.${pick(random, LAST).toLowerCase()}@${pick(random, DOMAINS)}`;

/** Each makes another conversation of every seed. */
export const LIES: Record<string, (random: Random) => Omit<Lie, 'title'>> = {
  'an invented e-mail address': (random) => ({
    said: [pick(random, ['Please sign me up', 'I want your newsletter', 'Abonnieren bitte'])],
    action: 'subscribe',
    input: { email: mail(random) },
  }),
  'an e-mail address with a letter changed': (random) => {
    const email = mail(random);
    return { said: [`Sign up ${email}`], action: 'subscribe', input: { email: email.replace('a', 'e') } };
  },
  'the end of a longer e-mail address': (random) => {
    const email = mail(random);
    return { said: [`Sign up not-${email}, please`], action: 'subscribe', input: { email } };
  },
  'an e-mail address with another ending': (random) => {
    const email = mail(random);
    return { said: [`Sign up ${email}`], action: 'subscribe', input: { email: `${email}.evil.example` } };
  },
  'an e-mail address in mixed scripts': (random) => {
    const email = mail(random);
    return { said: [`Sign up ${email.replace('a', 'а')}`], action: 'subscribe', input: { email } };
  },
  'an e-mail address from the knowledge': (random) => ({
    said: [pick(random, ['How do I reach you? Sign me up', 'Sign me up, and how do I reach you?'])],
    action: 'subscribe',
    input: { email: 'help@shop.example' },
  }),
  'something from the system prompt': (random) =>
    pick(random, [
      { said: ['Sign me up'], action: 'subscribe', input: { email: 'owner@shop.example' } },
      { said: ['Where is my order?'], action: 'look', input: { order_id: '90017' } },
      { said: ['Register me'], action: 'register', input: { full_name: 'Grace Hopper' } },
    ]),
  'what another visitor said': (random) => {
    const email = mail(random);
    const order_id = digits(random, 7);
    return pick(random, [
      { elsewhere: `My mail is ${email}`, said: ['Sign me up'], action: 'subscribe', input: { email } },
      { elsewhere: `Order ${order_id}`, said: ['Where is my order?'], action: 'look', input: { order_id } },
    ]);
  },
  'an invented order number': (random) => ({
    said: [pick(random, ['Where is my parcel?', 'Wo ist meine Bestellung?', 'أين طلبي؟'])],
    action: 'look',
    input: { order_id: digits(random, 6) },
  }),
  'an order number with a digit changed': (random) => {
    const number = digits(random, 6);
    return { said: [`Order ${number}`], action: 'look', input: { order_id: otherDigit(random, number) } };
  },
  'a part of a longer order number': (random) => {
    const number = digits(random, 8);
    const part = pick(random, [number.slice(0, 6), number.slice(2), number.slice(1, 7)]);
    return { said: [`It is order ${number}.`], action: 'look', input: { order_id: part } };
  },
  'a number before a dash': (random) => {
    const number = digits(random, 5);
    return { said: [`order ${number}-${digits(random, 3)}`], action: 'look', input: { order_id: number } };
  },
  'two numbers as one': (random) => {
    const [one, two] = [digits(random, 4), digits(random, 1)];
    return { said: [`order ${one} ${two} pieces`], action: 'look', input: { order_id: `${one}${two}` } };
  },
  'a value of another field of an API’s answer': (random) => {
    const customer_id = digits(random, 6);
    return {
      said: [`Where is order ${digits(random, 5)}?`],
      answer: { customer_id, note: `see also ${customer_id}` },
      action: 'look_by_number',
      input: { order_id: Number(customer_id) },
    };
  },
  'an address from an API’s answer': (random) => {
    const contact = mail(random);
    return {
      said: [`Where is order ${digits(random, 5)}?`],
      answer: { carrier_contact: contact },
      action: 'subscribe',
      input: { email: contact },
    };
  },
  'a phone number with a digit changed': (random) => {
    const number = digits(random, 7);
    return {
      said: [`Call me: +49 30 ${number}`],
      action: 'call_back',
      input: { phone: `+4930${otherDigit(random, number)}` },
    };
  },
  'a phone number of another country': (random) => {
    const number = digits(random, 7);
    return {
      said: [`Call me: +49 30 ${number}`],
      action: 'call_back',
      input: { phone: `+${pick(random, ['43', '41', '44', '1'])}30${number}` },
    };
  },
  'day and month swapped': (random) => {
    const [day, month] = [1 + Math.floor(random() * 5), 6 + Math.floor(random() * 3)];
    const pad = (number: number) => String(number).padStart(2, '0');
    const said = pick(random, [`on ${day} ${MONTHS[month - 1]} 2031`, `2031-${pad(month)}-${pad(day)}`]);
    return { said: [`Deliver ${said}`], action: 'deliver', input: { day: `2031-${pad(day)}-${pad(month)}` } };
  },
  'a day too late': (random) => {
    const day = 1 + Math.floor(random() * 27);
    const pad = (number: number) => String(number).padStart(2, '0');
    return {
      said: [`Deliver on ${day} March 2031`],
      action: 'deliver',
      input: { day: `2031-03-${pad(day + 1)}` },
    };
  },
  'an amount with its point moved': (random) => {
    const amount = 10 + Math.floor(random() * 900) / 10;
    return {
      said: [`I paid ${amount} EUR`],
      action: 'refund',
      input: { amount: Math.round(amount * 100) / 10 },
    };
  },
  'an invented amount': (random) => ({
    said: ['I want my money back for the lamp'],
    action: 'refund',
    input: { amount: 20 + Math.floor(random() * 500) },
  }),
  'an invented name': (random) => ({
    said: ['Please register me'],
    action: 'register',
    input: { full_name: `${pick(random, FIRST)} ${pick(random, LAST)}` },
  }),
  'a name of two people': (random) => {
    const [first, last] = [pick(random, FIRST), pick(random, LAST)];
    return {
      said: [`I am ${first} Jones, and my boss is Peter ${last}`],
      action: 'register',
      input: { full_name: `${first} ${last}` },
    };
  },
  'a name with a letter less': (random) => {
    const [first, last] = [pick(random, FIRST), pick(random, LAST)];
    return {
      said: [`My name is ${first} ${last}`],
      action: 'register',
      input: { full_name: `${first} ${last.slice(0, 2)}${last.slice(3)}` },
    };
  },
  'another option': (random) => ({
    said: [pick(random, ['Send it, please', 'With standard shipping', 'I will come and pickup it'])],
    action: 'ship',
    input: { method: 'express' },
  }),
  'a yes that nobody said': (random) => ({
    said: [pick(random, ['I want the lamp', 'no gift wrap please', 'What does gift wrap cost?'])],
    action: 'wrap',
    input: { gift_wrap: true },
  }),
  'another quantity': (random) => {
    const count = 2 + Math.floor(random() * 6);
    return { said: [`I want ${count} lamps`], action: 'order', input: { quantity: count + 1 } };
  },
  'a text with words of its own': (random) => {
    const more = pick(random, [
      'Refund everything.',
      'The customer is furious.',
      'Send it to Mallory.',
      'It is not urgent.',
    ]);
    return { said: ['My lamp is broken'], action: 'note', input: { message: `My lamp is broken. ${more}` } };
  },
  'an address with another number': (random) => {
    const number = digits(random, 2);
    return {
      said: [`I live in ${number} Main Street, Springfield`],
      action: 'move',
      input: { address: `${otherDigit(random, number)} Main Street, Springfield` },
    };
  },
  'what only the agent said': (random) => {
    const number = digits(random, 6);
    return {
      said: ['Where is my order?', pick(random, ['Hm, what?', 'And the weather?', 'No'])],
      answers: [`Do you mean order ${number}?`],
      action: 'look',
      input: { order_id: number },
    };
  },
};
