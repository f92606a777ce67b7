import type { JSONValue, LanguageModelV4Message } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import { agent, askEngine, tool, visitor } from '../../../../tests/harness/ask-engine.ts';

const orderId = { type: 'string' as const, description: 'Order number' };
const track = needing(
  'Track order',
  'Use when the customer asks where an order is or about its delivery status.',
  {
    order_id: orderId,
  },
);
const move = needing(
  'Change delivery address',
  'Use when the customer wants to change the delivery address of an order.',
  {
    order_id: orderId,
    address: { type: 'string', description: 'New delivery address' },
  },
);
const book = needing('Book an appointment', 'Use when a patient wants to book an appointment.', {
  name: { type: 'string', description: 'Full name of the patient' },
  date: { type: 'string', format: 'date' },
  time: { type: 'string', format: 'time' },
});
const human = tool('Talk to our team', 'Use when the customer asks for a human.');
const tools = [track, move, book, human];
const shipping = {
  id: 'snippet-1',
  sourceId: 'source-1',
  title: 'Shipping',
  question: 'How long does shipping take?',
  text: 'Shipping takes two to three days.',
};

function needing(label: string, whenToUse: string, properties: Record<string, object>) {
  const inputSchema = { type: 'object' as const, properties, required: Object.keys(properties) };
  return tool(label, whenToUse, { inputSchema });
}

/** Says these messages one after the other, with the engine's answers between them; returns its last answer. */
async function talk(...said: (string | LanguageModelV4Message[])[]) {
  const messages: LanguageModelV4Message[] = [];
  const answers: string[] = [];
  let last: Awaited<ReturnType<typeof askEngine>> | undefined;
  for (const one of said) {
    messages.push(...(typeof one === 'string' ? [visitor(one)] : one));
    last = await askEngine(messages, {
      tools,
      options: { snippets: [shipping], now: '2027-03-10T10:00:00+01:00' },
    });
    answers.push(last.text);
    if (last.text !== '') messages.push(agent(last.text));
  }
  const finish = last?.finish?.type === 'finish' ? last.finish : undefined;
  const bellhop = finish?.providerMetadata?.bellhop;
  return { answers, text: last?.text ?? '', calls: last?.calls ?? [], pending: bellhop?.pending };
}

/** The tool was called, and told this; `input`: as the timeline has it. */
function result(toolName: string, value: JSONValue, input = {}): LanguageModelV4Message[] {
  const call = { toolCallId: 'call', toolName };
  return [
    { role: 'assistant', content: [{ type: 'tool-call', ...call, input }] },
    { role: 'tool', content: [{ type: 'tool-result', ...call, output: { type: 'json', value } }] },
  ];
}

describe('missing inputs', () => {
  test('are asked for, and a bare answer is enough', async () => {
    const asked = await talk('where is my order?');
    expect(asked.calls).toEqual([]);
    expect(asked.text).toMatch(/What is your order number\?$/);
    expect(asked.pending).toEqual({ toolName: 'track_order', inputs: {}, missing: ['order_id'] });
    const { calls, pending } = await talk('where is my order?', '1042');
    expect(calls).toEqual([{ name: 'track_order', input: { order_id: '1042' } }]);
    expect(pending).toBeUndefined();
  });

  test('are not asked for when they were said at once', async () => {
    const { calls } = await talk('please change the delivery address of order 4711 to 5 Elm Road, Dover');
    expect(calls).toEqual([
      { name: 'change_delivery_address', input: { order_id: '4711', address: '5 Elm Road, Dover' } },
    ]);
  });

  test('are asked for in the visitor’s language, which a number does not change', async () => {
    expect((await talk('Wo ist meine Bestellung?')).text).toContain('Ihre Bestellnummer');
    expect((await talk('أين طلبي؟')).text).toContain('رقم الطلب');
    const { answers } = await talk('Wo ist meine Bestellung?', 'x', '???');
    expect(answers[2]).toContain('Ihre Bestellnummer');
  });

  test('are remembered from answer to answer, and asked for together', async () => {
    const first = await talk('I would like to book an appointment');
    expect(first.text).toContain('full name, date, and time');
    const second = await talk('I would like to book an appointment', 'Ada King, tomorrow');
    expect(second.pending).toEqual({
      toolName: 'book_an_appointment',
      inputs: { name: 'Ada King', date: '2027-03-11' },
      missing: ['time'],
    });
    const { calls } = await talk(
      'I would like to book an appointment',
      'Ada King, tomorrow',
      'sorry, friday',
      'at 3pm',
    );
    expect(calls).toEqual([
      { name: 'book_an_appointment', input: { name: 'Ada King', date: '2027-03-12', time: '15:00' } },
    ]);
  });

  test('of a tool that another model asked for are understood too', async () => {
    const asked = [agent('Sure, could you give me your order number?'), visitor('AB-77')];
    expect((await askEngine(asked, { tools: [track] })).calls).toEqual([
      { name: 'track_order', input: { order_id: 'AB-77' } },
    ]);
  });

  test('that two tools need go to the one that was wanted', async () => {
    const { calls } = await talk('where is my order?', '1042');
    expect(calls).toMatchObject([{ name: 'track_order' }]);
    const other = await talk('I want to change the delivery address of my order', '4711');
    expect(other.text).toMatch(/What is your new delivery address\?$/);
  });
});

describe('an answer that does not fit', () => {
  test('is asked for twice more, with what it looks like, then let be', async () => {
    const { answers, calls, pending } = await talk('where is my order?', 'hmm', 'what', 'bla bla');
    expect(answers[1]).toMatch(/could not find your order number.*4712/);
    expect(answers[2]).toMatch(/could not find your order number/);
    expect(answers[3]).toMatch(/leave it for now\. Would “Talk to our team” help you\?$/);
    expect([calls, pending]).toEqual([[], undefined]);
  });

  test('is not counted against answers that fitted', async () => {
    const said = ['I would like to book an appointment', 'Ada King', 'tomorrow', 'hmm', 'hmm hmm'];
    expect((await talk(...said)).text).toMatch(/could not find the time/);
    expect((await talk(...said, 'hm')).text).toMatch(/leave it/);
  });

  test('is let be at once when the visitor has not got it', async () => {
    expect((await talk('where is my order?', 'I don’t have it')).text).toMatch(
      /^Without that I cannot do it/,
    );
  });
});

test('what has a choice of answers is asked alone, with them', async () => {
  const report = needing('Report a problem', 'Use when something is broken or does not work.', {
    category: { type: 'string', enum: ['hardware', 'software'], description: 'Category' },
    urgent: { type: 'boolean', description: 'Is it urgent' },
  });
  const first = await askEngine([visitor('my screen does not work')], { tools: [report] });
  expect(first.text).toMatch(/Which category, please: hardware, software\?$/);
  const said = [visitor('my screen does not work'), agent(first.text), visitor('hardware')];
  const second = await askEngine(said, { tools: [report] });
  expect(second.text).toMatch(/yes or no: is it urgent\?$/);
  const { calls } = await askEngine([...said, agent(second.text), visitor('no')], { tools: [report] });
  expect(calls).toEqual([{ name: 'report_a_problem', input: { category: 'hardware', urgent: false } }]);
});

describe('another topic', () => {
  test.each(['never mind', 'forget it', 'no thanks', 'cancel'])('%j calls it off', async (off) => {
    const { text, calls, pending } = await talk('where is my order?', off);
    expect(text).toMatch(/^No problem/);
    expect([calls, pending]).toEqual([[], undefined]);
  });

  test('that another tool is for gets that tool', async () => {
    const { calls } = await talk('where is my order?', 'I want to talk to a human');
    expect(calls).toEqual([{ name: 'talk_to_our_team', input: {} }]);
  });

  test('is answered, and the question stays open', async () => {
    const { answers, calls } = await talk('where is my order?', 'how long does shipping take?', '1042');
    expect(answers[1]).toMatch(/^Shipping takes two to three days\.\s+What is your order number\?$/);
    expect(calls).toEqual([{ name: 'track_order', input: { order_id: '1042' } }]);
  });
});

describe('half sure', () => {
  test('“Shall I …?” is asked first; yes does it, no drops it', async () => {
    const write = {
      ...move,
      providerOptions: { bellhop: { ...move.providerOptions?.bellhop, effect: 'write' } },
    };
    const asked = await askEngine([visitor('address')], { tools: [write, human] });
    expect(asked.text).toBe('Shall I go ahead with “Change delivery address”?');
    expect(asked.calls).toEqual([]);
    const reply = (text: string) =>
      askEngine([visitor('address'), agent(asked.text), visitor(text)], { tools: [write, human] });
    expect((await reply('yes')).text).toMatch(/order number and new delivery address/);
    expect((await reply('no')).text).toMatch(/^No problem/);
  });
});

describe('half sure, with all that the tool needs', () => {
  const said = 'is #4711 shipped';
  const calls = [{ name: 'track_order', input: { order_id: '4711' } }];

  test('a read is done at once, a write is not', async () => {
    expect((await askEngine([visitor(said)], { tools: [track, human] })).calls).toEqual(calls);
    const write = {
      ...track,
      providerOptions: { bellhop: { ...track.providerOptions?.bellhop, effect: 'write' } },
    };
    const { text } = await askEngine([visitor(said)], { tools: [write, human] });
    expect(text).toBe('Shall I go ahead with “Track order”?');
  });

  test('to name what it needs is to accept the offer', async () => {
    const asked = [visitor('is it shipped'), agent('Would “Track order” help you?'), visitor('4711')];
    expect((await askEngine(asked, { tools: [track, human] })).calls).toEqual(calls);
  });
});

describe('what came of a tool is said', () => {
  const wordingOf = async (value: JSONValue, question = 'where is order 4712?') =>
    (await askEngine([visitor(question), ...result('track_order', value)], { tools })).text;

  test('in the owner’s words, where there are some', async () => {
    expect(await wordingOf({ status: 'done', say: 'It is on its way.', data: { status: 'x' } })).toBe(
      'It is on its way.',
    );
    expect(await wordingOf({ status: 'failed', error: 'not_found', say: 'There is no such order.' })).toBe(
      'There is no such order.',
    );
  });

  test('from its data, with readable names and days', async () => {
    const data = {
      status: 'shipped',
      delivery_date: '2027-03-12',
      express: true,
      items: ['Shoe', 'Sock'],
      note: null,
    };
    expect(await wordingOf({ status: 'done', data })).toBe(
      'Status: shipped. Delivery date: 12 March 2027. Express: yes. Items: Shoe, Sock.',
    );
    expect(await wordingOf({ status: 'done', data }, 'Wo ist Bestellung 4712?')).toContain(
      'Liefertermin: 12. März 2027.',
    );
  });

  test('honestly, and never with internals', async () => {
    expect(await wordingOf({ status: 'failed', error: 'ECONNREFUSED 10.0.0.7' })).toBe(
      'I’m sorry, that did not work just now.',
    );
    expect(await wordingOf({ status: 'unknown' })).toBe(
      'I could not see whether it went through; the team will check.',
    );
    expect(await wordingOf({ status: 'failed', error: 'x' }, 'Wo ist Bestellung 4712?')).toMatch(
      /nicht geklappt/,
    );
    expect(await wordingOf({ status: 'done' })).toBe('Done.');
  });
});

describe('a card to confirm', () => {
  const input = { order_id: '4711', address: '5 Elm Road, Dover' };
  const waiting = [
    visitor('please change the delivery address of order 4711 to 5 Elm Road, Dover'),
    ...result('change_delivery_address', { status: 'awaiting_confirmation' }),
  ];
  const reply = (text: string, before = waiting) =>
    askEngine([...before, agent('Please check the details and confirm.'), visitor(text)], { tools });

  test('is pointed to, and words do not confirm it', async () => {
    expect((await askEngine(waiting, { tools })).text).toBe('Please check the details and confirm.');
    const { text, calls } = await reply('yes');
    expect([text, calls]).toEqual(['Please check the details and confirm.', []]);
    expect((await reply('no')).text).toMatch(/^All right/);
  });

  test('is made anew for another value, with the others kept', async () => {
    const expected = [{ name: 'change_delivery_address', input: { ...input, order_id: '4712' } }];
    expect((await reply('no, order 4712')).calls).toEqual(expected);
    const [question] = waiting;
    if (question === undefined) throw new Error('The visitor asked something');
    const told = [question, ...result('change_delivery_address', { status: 'awaiting_confirmation' }, input)];
    expect((await reply('no, order 4712', told)).calls).toEqual(expected);
  });

  test('does not keep the visitor from something else', async () => {
    expect((await reply('I want to talk to a human')).calls).toEqual([
      { name: 'talk_to_our_team', input: {} },
    ]);
  });
});
