import { describe, expect, it } from 'vitest';
import { type ActionContext, type CardContext, CardInvalid, type NewLead } from '../define.ts';
import { leadForm } from './action.ts';
import { executeLeadForm } from './execute.ts';

const settings = leadForm.settings.parse({
  fields: [
    { name: 'name', type: 'name', required: true },
    { name: 'email', type: 'email', required: true },
    { name: 'phone', type: 'phone' },
  ],
  consent: 'We write to you once.',
  successMessage: 'Thank you!',
  dismissMessage: 'No problem.',
});

function host(words: string[] = []) {
  const leads: NewLead[] = [];
  const context: ActionContext & CardContext = {
    visitorWords: () => words,
    readContact: async () => ({}),
    saveBooking: () => undefined,
    saveLead: (lead) => void leads.push(lead),
    mute: () => expect.unreachable('a form mutes nothing'),
  };
  return { context, leads };
}

const offered = {
  entryId: 'e1',
  state: 'offered',
  payload: { fields: settings.fields, consent: settings.consent },
} as const;
const good = { name: 'Ada', email: 'ada@example.com', phone: '+47 912 34 567', extra: 'dropped' };

describe('the lead form', () => {
  it('is offered with its fields and its consent wording', async () => {
    const { card, result } = await executeLeadForm.run({ settings, inputs: {}, past: [] }, host().context);
    expect(card?.payload).toEqual({ fields: settings.fields, consent: 'We write to you once.' });
    expect(result.status).toBe('offered');
  });

  it('keeps only its own fields as the lead and answers with the success message', async () => {
    const { context, leads } = host();
    const done = await executeLeadForm.onCard?.(
      { settings, op: 'submit', values: good, card: offered },
      context,
    );
    expect(leads).toEqual([
      {
        entryId: 'e1',
        values: { name: 'Ada', email: 'ada@example.com', phone: '+47 912 34 567' },
        consent: 'We write to you once.',
      },
    ]);
    expect(done).toEqual({ state: 'submitted', payload: { fields: [], consent: '', message: 'Thank you!' } });
  });

  it.each([
    [{ ...good, email: 'ada@' }, 'values.email', 'email'],
    [{ ...good, name: '   ' }, 'values.name', 'required'],
    [{ ...good, phone: '12345' }, 'values.phone', 'phone'],
    [{ ...good, phone: '1234567890123456' }, 'values.phone', 'phone'],
    [{ ...good, phone: 'call me 123456' }, 'values.phone', 'phone'],
    [{ ...good, name: 'x'.repeat(2_001) }, 'values.name', 'too_long'],
    [{ ...good, email: ['a@b.example'] }, 'values.email', 'required'],
  ])('says which field is wrong: %j', async (values, path, code) => {
    const { context, leads } = host();
    const submit = executeLeadForm.onCard?.({ settings, op: 'submit', values, card: offered }, context);
    const error = await submit?.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CardInvalid);
    expect((error as CardInvalid).fields).toMatchObject([{ path, code }]);
    expect(leads).toEqual([]);
  });

  it('tells a robot that all went well and keeps nothing', async () => {
    const { context, leads } = host();
    const values = { ...good, website: 'https://spam.example' };
    const done = await executeLeadForm.onCard?.({ settings, op: 'submit', values, card: offered }, context);
    expect(done?.state).toBe('submitted');
    expect(leads).toEqual([]);
  });

  it('closes with the dismiss message, and takes nothing after that', async () => {
    const { context } = host();
    const done = await executeLeadForm.onCard?.(
      { settings, op: 'dismiss', values: {}, card: offered },
      context,
    );
    expect(done).toMatchObject({ state: 'dismissed', payload: { message: 'No problem.' } });
    const card = { ...offered, state: 'dismissed' } as const;
    expect(
      await executeLeadForm.onCard?.({ settings, op: 'submit', values: good, card }, context),
    ).toBeNull();
  });
});

describe('a dismissed form', () => {
  const past = [{ entryId: 'e1', state: 'dismissed' }] as const;

  it('can only be called with the words in which the visitor asks for it', () => {
    expect(leadForm.inputs(settings, [...past]).required).toEqual(['visitorRequest']);
  });

  it.each([
    [undefined, 'what does shipping cost?'],
    ['', 'what does shipping cost?'],
    ['please let me leave my details', 'what does shipping cost?'],
  ])('stays away when the words %j were never said', async (visitorRequest, said) => {
    const use = { settings, inputs: { visitorRequest }, past: [...past] };
    const { card, result } = await executeLeadForm.run(use, host([said]).context);
    expect(card).toBeUndefined();
    expect(result.status).toBe('not_shown');
  });

  it('comes back when the visitor asks', async () => {
    const use = { settings, inputs: { visitorRequest: 'Can I leave my  details?' }, past: [...past] };
    const { card } = await executeLeadForm.run(use, host(['ok, can i leave my details? thanks']).context);
    expect(card).toBeDefined();
  });
});

it('is not shown a second time while it is open', async () => {
  const past = [{ entryId: 'e1', state: 'offered' }] as const;
  const { card, result } = await executeLeadForm.run(
    { settings, inputs: {}, past: [...past] },
    host().context,
  );
  expect(card).toBeUndefined();
  expect(result).toEqual({ status: 'already_open' });
});

it('refuses two fields of one name and the name of the trap', () => {
  const twice = [
    { name: 'email', type: 'email' },
    { name: 'email', type: 'text' },
  ];
  expect(leadForm.settings.safeParse({ fields: twice }).success).toBe(false);
  expect(leadForm.settings.safeParse({ fields: [{ name: 'website', type: 'text' }] }).success).toBe(false);
});
