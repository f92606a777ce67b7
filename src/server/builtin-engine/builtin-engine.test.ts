import { describe, expect, test } from 'vitest';
import { agent, askEngine, tool, used, visitor } from '../../../tests/harness/ask-engine.ts';
import { createBuiltinEngine } from './builtin-engine.ts';

const sizes = tool('Size guide', 'Show this when someone asks which size to take or how an item fits.');
const returns = tool('Start a return', 'Use when the customer wants to return an item or get a refund.');
const contact = tool('Leave your details', 'Use when the visitor wants to be contacted or called back.', {
  leadIn: { en: 'Please leave your details.', de: 'Bitte hinterlassen Sie Ihre Daten.' },
});
const human = tool('Talk to our team', 'Use when the customer asks for a human.');
const tools = [sizes, returns, contact, human];

const shipping = {
  id: 'snippet-1',
  sourceId: 'source-1',
  title: 'Shipping',
  question: 'How long does shipping take?',
  text: 'Shipping takes two to three days.',
};

describe('choosing a tool', () => {
  test('uses the tool whose guidance fits', async () => {
    const { calls, finish } = await askEngine([visitor('I would like to return my jacket')], { tools });
    expect(calls).toEqual([{ name: 'start_a_return', input: {} }]);
    expect(finish).toMatchObject({ finishReason: { unified: 'tool-calls' } });
  });

  test.each([
    'hello',
    'thanks a lot',
    'bye',
    'who won the world cup',
    'do you have shops in Norway?',
    '…',
    '',
  ])('uses none for %j', async (text) => {
    expect((await askEngine([visitor(text)], { tools })).calls).toEqual([]);
  });

  test('answers every one of the messages that came before it spoke', async () => {
    const asked = [visitor('How long does shipping take?'), visitor('I would like to return my jacket')];
    const { text, calls, sources } = await askEngine(asked, { tools, options: { snippets: [shipping] } });
    expect(text).toContain(shipping.text);
    expect(sources).toHaveLength(1);
    expect(calls).toEqual([{ name: 'start_a_return', input: {} }]);
  });

  test('hears messages that say one thing together as one', async () => {
    const asked = [visitor('I would like to'), visitor('return my jacket')];
    expect((await askEngine(asked, { tools })).calls).toEqual([{ name: 'start_a_return', input: {} }]);
  });

  test('uses none when the call forbids it', async () => {
    const asked = [visitor('I would like to return my jacket')];
    expect((await askEngine(asked, { tools, call: { toolChoice: { type: 'none' } } })).calls).toEqual([]);
  });

  test('learns from the owner’s examples', async () => {
    const taught = tool('Start a return', 'Use when the customer wants to return an item or get a refund.', {
      guidance: { examples: ['the zipper came off after a week'] },
    });
    for (const text of ['the zipper came off after a week', 'the zipper already came off']) {
      expect((await askEngine([visitor(text)], { tools })).calls).toEqual([]);
      const { calls } = await askEngine([visitor(text)], { tools: [sizes, taught, human] });
      expect(calls).toMatchObject([{ name: 'start_a_return' }]);
    }
  });

  test('heeds counter-examples and "when not to use"', async () => {
    const asked = [visitor('I want to return a gift card')];
    expect((await askEngine(asked, { tools })).calls).toMatchObject([{ name: 'start_a_return' }]);
    const counter = tool('Start a return', 'Use when the customer wants to return an item or get a refund.', {
      guidance: { counterExamples: ['I want to return a gift card'] },
    });
    expect((await askEngine(asked, { tools: [sizes, counter] })).calls).toEqual([]);
    const not = tool('Start a return', 'Use when the customer wants to return an item or get a refund.', {
      guidance: { whenNotToUse: 'Do not use for gift cards.' },
    });
    expect((await askEngine(asked, { tools: [sizes, not] })).calls).toEqual([]);
  });

  test('tells the owner why', async () => {
    const { finish } = await askEngine([visitor('I need a refund')], { tools });
    expect(finish).toMatchObject({
      providerMetadata: { bellhop: { reasons: [{ text: expect.stringMatching(/Start a return.*refund/) }] } },
    });
  });
});

describe('offers', () => {
  test.each(['yes please', 'ok, do that', 'sure', 'ja gern', 'نعم', 'Yes!'])(
    '%j accepts the offer',
    async (text) => {
      const { calls } = await askEngine(
        [visitor('hm'), agent('Shall I open “Size guide” for you?'), visitor(text)],
        {
          tools,
        },
      );
      expect(calls).toMatchObject([{ name: 'size_guide' }]);
    },
  );

  test('an offer in other words is an offer too', async () => {
    const asked = [visitor('hm'), agent('Would you like to talk to someone of our team?'), visitor('yes')];
    expect((await askEngine(asked, { tools })).calls).toMatchObject([{ name: 'talk_to_our_team' }]);
  });

  test.each(['no thanks', 'not now', 'nein danke', 'لا شكرا'])('%j declines it, kindly', async (text) => {
    const { calls, text: said } = await askEngine(
      [visitor('hm'), agent('Shall I open “Size guide” for you?'), visitor(text)],
      { tools },
    );
    expect(calls).toEqual([]);
    expect(said).not.toBe('');
  });

  test('"yes" and another wish is that wish', async () => {
    const asked = [
      visitor('hm'),
      agent('Shall I open “Size guide” for you?'),
      visitor('yes, but I want a refund first'),
    ];
    expect((await askEngine(asked, { tools })).calls).toMatchObject([{ name: 'start_a_return' }]);
  });

  test('"yes" to nothing uses nothing', async () => {
    expect((await askEngine([visitor('yes please')], { tools })).calls).toEqual([]);
  });

  test('an offer that was taken up is over', async () => {
    const asked = [
      visitor('hm'),
      agent('Shall I open “Size guide” for you?'),
      visitor('yes'),
      ...used('size_guide', 'shown'),
      visitor('yes'),
    ];
    expect((await askEngine(asked, { tools })).calls).toEqual([]);
  });
});

describe('answers', () => {
  test('come from the best snippet, word by word, with their source', async () => {
    const { text, parts, sources } = await askEngine([visitor('how long is shipping?')], {
      tools,
      options: { snippets: [{ ...shipping, url: 'https://shop.example/shipping' }] },
    });
    expect(text).toMatch(/^Shipping takes two to three days\./);
    expect(parts.filter(({ type }) => type === 'text-delta').length).toBeGreaterThan(4);
    expect(sources).toEqual([
      {
        type: 'source',
        sourceType: 'url',
        id: 'source-1',
        url: 'https://shop.example/shipping',
        title: 'Shipping',
        providerMetadata: { bellhop: { sourceId: 'source-1', snippetId: 'snippet-1' } },
      },
    ]);
  });

  test('a source without an address is a document', async () => {
    const { sources } = await askEngine([visitor('how long is shipping?')], {
      options: { snippets: [shipping] },
    });
    expect(sources).toMatchObject([{ sourceType: 'document', id: 'source-1', mediaType: 'text/plain' }]);
  });

  test('the better of two snippets is said, whatever their order', async () => {
    const gifts = {
      id: 's2',
      sourceId: 'source-1',
      title: 'Gifts',
      question: 'Do you wrap gifts?',
      text: 'We do.',
    };
    const snippets = [gifts, shipping];
    const { text } = await askEngine([visitor('how long is shipping?')], { options: { snippets } });
    expect(text).toBe('Shipping takes two to three days.');
  });

  test('a snippet that does not answer is not said; the engine owns up and names what it can do', async () => {
    const { text, calls } = await askEngine([visitor('who is your chief executive?')], {
      tools,
      options: { snippets: [shipping] },
    });
    expect(calls).toEqual([]);
    expect(text).toMatch(/^I’m sorry, I don’t know that\. What I can offer you is “.+” or “.+”\.$/);
  });

  test('German and Arabic questions are answered too', async () => {
    const german = { ...shipping, question: 'Wie lange dauert die Lieferung?', text: 'Zwei bis drei Tage.' };
    const arabic = { ...shipping, question: 'كم يستغرق التوصيل؟', text: 'يومان إلى ثلاثة أيام.' };
    const askWith = async (text: string, snippet: typeof shipping) =>
      (await askEngine([visitor(text)], { options: { snippets: [snippet] } })).text;
    expect(await askWith('Wie lang ist die Lieferzeit?', german)).toBe('Zwei bis drei Tage.');
    expect(await askWith('كم مدة التوصيل؟', arabic)).toBe('يومان إلى ثلاثة أيام.');
  });
});

describe('after a tool', () => {
  test('the card speaks: no text, no other call', async () => {
    const asked = [visitor('I want a refund'), ...used('start_a_return', 'shown')];
    const { text, calls, finish } = await askEngine(asked, { tools });
    expect([text, calls]).toEqual(['', []]);
    expect(finish).toMatchObject({ finishReason: { unified: 'stop' } });
  });

  test('a failure is admitted', async () => {
    const [call] = used('start_a_return', 'shown');
    if (call === undefined) throw new Error('used() gives a call');
    const output = { type: 'error-text' as const, value: 'timeout' };
    const failed = { type: 'tool-result' as const, toolCallId: 'call', toolName: 'start_a_return', output };
    const asked = [visitor('I want a refund'), call, { role: 'tool' as const, content: [failed] }];
    expect((await askEngine(asked, { tools })).text).toBe('I’m sorry, that did not work.');
  });
});

describe('a dismissed card', () => {
  const visitorRequest = { type: 'string' as const, description: 'The visitor’s own words' };
  const again = tool(
    'Leave your details',
    'Use when the visitor is interested in our services or asks for a price.',
    {
      inputSchema: { type: 'object', properties: { visitorRequest }, required: ['visitorRequest'] },
    },
  );
  const before = [visitor('I am interested in your services'), ...used('leave_your_details', 'dismissed')];

  test('is not shown again because the guidance fits', async () => {
    const { calls, text } = await askEngine([...before, visitor('what is the price of your services?')], {
      tools: [again, sizes],
    });
    expect(calls).toEqual([]);
    expect(text).not.toContain('Leave your details');
  });

  test('is shown again when the visitor asks for it, with the visitor’s words', async () => {
    const words = 'OK, I want to leave my details for your services after all';
    const { calls } = await askEngine([...before, visitor(words)], { tools: [again, sizes] });
    expect(calls).toEqual([{ name: 'leave_your_details', input: { visitorRequest: words } }]);
  });
});

describe('inputs', () => {
  test('a required message is the visitor’s last one; what is optional and was not said is left out', async () => {
    const properties = {
      message: { type: 'string' as const },
      note: { type: 'string' as const },
      color: { type: 'string' as const, enum: ['red', 'blue'] },
      count: { type: 'number' as const },
    };
    const asking = tool('Start a return', 'Use when the customer wants to return an item.', {
      inputSchema: { type: 'object', properties, required: ['message'] },
    });
    const { calls } = await askEngine([visitor('hello'), visitor('I want to return my jacket')], {
      tools: [asking],
    });
    expect(calls).toEqual([{ name: 'start_a_return', input: { message: 'I want to return my jacket' } }]);
  });
});

describe('language', () => {
  test('the lead-in is said before the call, in the visitor’s language, else in English', async () => {
    const german = await askEngine([visitor('Bitte rufen Sie mich an, ich möchte kontaktiert werden')], {
      tools,
    });
    expect(german.text).toBe('Bitte hinterlassen Sie Ihre Daten.');
    const arabic = await askEngine([visitor('أريد التواصل معكم')], { tools });
    expect(arabic.text).toBe('Please leave your details.');
    const kinds = arabic.parts.map(({ type }) => type);
    expect(kinds.indexOf('text-end')).toBeLessThan(kinds.indexOf('tool-call'));
  });

  test.each([
    ['auto', 'Hallo', 'Hallo! Wie kann ich helfen?'],
    ['auto', 'مرحبا', 'مرحبًا! كيف يمكنني مساعدتك؟'],
    ['auto', 'hello', 'Hello! How can I help you?'],
    ['de-AT', 'hello', 'Hallo! Wie kann ich helfen?'],
    ['fr', 'hello', 'Hello! How can I help you?'],
  ])('an agent set to %s answers %j with %j', async (language, said, answer) => {
    expect((await askEngine([visitor(said)], { options: { language } })).text).toBe(answer);
  });
});

describe('as a language model', () => {
  const prompt = [visitor('hello')];

  test('stops when the call is aborted, also in the middle', async () => {
    const abort = new AbortController();
    const { stream } = await createBuiltinEngine({ pace: 5 }).doStream({ prompt, abortSignal: abort.signal });
    const reader = stream.getReader();
    await reader.read();
    abort.abort(new Error('superseded'));
    const readAll = async () => {
      while (!(await reader.read()).done);
    };
    await expect(readAll()).rejects.toThrow();
  });

  test('doGenerate gives the same answer at once', async () => {
    const { content, finishReason } = await createBuiltinEngine().doGenerate({ prompt });
    expect(content).toEqual([{ type: 'text', text: 'Hello! How can I help you?' }]);
    expect(finishReason.unified).toBe('stop');
  });

  test('says what it cannot do', async () => {
    const { warnings } = await createBuiltinEngine().doGenerate({ prompt, toolChoice: { type: 'required' } });
    expect(warnings).toEqual([{ type: 'unsupported', feature: 'tool choice “required”' }]);
  });
});
