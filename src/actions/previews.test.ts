import { describe, expect, it } from 'vitest';
import { previewBooking } from './booking/preview/preview-booking.ts';
import { executeButton } from './button/execute.ts';
import { buttonFace } from './button/face.ts';
import { usePreview as previewButton } from './button/preview.ts';
import type { ActionContext } from './define.ts';
import type { PreviewProps } from './form-props.ts';
import { http } from './http/action.ts';
import { executeHttp } from './http/execute.ts';
import { httpFace } from './http/face.ts';
import { usePreview as previewHttp } from './http/preview.ts';
import { leadForm } from './lead-form/action.ts';
import { executeLeadForm } from './lead-form/execute.ts';
import { leadFormFace } from './lead-form/face.ts';
import { usePreview as previewLeadForm } from './lead-form/preview.ts';
import { mcp } from './mcp/action.ts';
import { executeMcp } from './mcp/execute.ts';
import { usePreview as previewMcp } from './mcp/preview.ts';

/** What stands beside a form is what visitors get. */
const props = <Settings>(settings: Settings, confirms = false): PreviewProps<Settings> => ({
  ...{ settings, confirms, name: 'Change an order', language: 'en' },
  ports: {} as PreviewProps<Settings>['ports'],
});
const context: ActionContext = {
  visitorWords: () => [],
  readContact: async () => ({}),
  mute: () => undefined,
} as unknown as ActionContext;

describe('the preview is the card', () => {
  it('of a button', async () => {
    const settings = { text: 'See our prices', url: 'https://shop.example/prices' };
    const { card } = await executeButton.run({ settings, inputs: {}, past: [] }, context);
    expect(previewButton(props(settings))).toMatchObject({ missing: [], stages: [{ card }, { card }] });
  });

  it('of a form, and of what is said when it was sent', async () => {
    const settings = leadForm.settings.parse({
      fields: [
        { name: 'email', type: 'email', required: true },
        { name: 'budget', type: 'text', label: 'Your budget' },
      ],
      ...{ consent: 'We answer once.', successMessage: 'Thank you!', keepPartial: true },
    });
    const { card } = await executeLeadForm.run({ settings, inputs: {}, past: [] }, context);
    const { missing, stages } = previewLeadForm(props(settings));
    expect(missing).toEqual([]);
    expect(stages[0]?.card.payload).toMatchObject({
      ...card?.payload,
      fields: [
        { type: 'email', required: true },
        { type: 'text', label: 'Your budget' },
      ],
    });
    expect(stages[1]).toMatchObject({ after: 'submit', card: { payload: { message: 'Thank you!' } } });
  });

  it('of what is confirmed before a request, and of its answer', () => {
    const settings = http.settings.parse({
      inputs: [
        { name: 'order_number', description: 'Your order number', default: 'A-1' },
        { name: 'size', type: 'enum', options: ['M', 'L'] },
        { name: 'customer', source: 'identity:customer_id' },
      ],
      request: { method: 'POST', url: 'https://api.example/orders/{{order_number}}/{{size}}/{{customer}}' },
      response: { fields: [{ path: '$.status', name: 'delivery_status' }], card: { title: 'Your order' } },
    });
    const values = { size: 'M' };
    const { shown } = executeHttp.plan({
      ...{ settings, inputs: values, page: {}, identity: { customer_id: 'Example' } },
    });
    const preview = previewHttp(props(settings, true));
    expect(preview?.missing).toEqual([]);
    expect(preview?.stages[0]?.card).toMatchObject({
      kind: 'confirmation',
      payload: { title: 'Change an order', values: shown },
    });
    expect(preview?.stages.at(-1)?.card).toEqual({
      ...{ kind: 'http', state: 'offered' },
      payload: { title: 'Your order', rows: [{ label: 'Delivery status', value: 'Example' }] },
    });
    expect(previewHttp(props({ ...settings, response: { ...settings.response, card: null } }))).toBeNull();
  });

  it('of what is confirmed before a tool is used', () => {
    const settings = mcp.settings.parse({
      ...{ connectionId: 'c1', tool: 'open_ticket', hash: 'a'.repeat(43), effect: 'write' },
      inputSchema: {
        type: 'object',
        properties: {
          orderId: { type: 'integer' },
          urgent: { type: 'boolean' },
          subject: { type: 'string' },
        },
      },
    });
    const inputs = { orderId: 12, urgent: true, subject: 'Example' };
    const { shown } = executeMcp.plan({ settings, inputs, page: {}, identity: {} });
    expect(previewMcp(props(settings, true))).toMatchObject({
      missing: [],
      stages: [{ card: { payload: { title: 'Change an order', values: shown } } }, { after: 'confirm' }],
    });
    expect(previewMcp(props(settings))).toBeNull();
  });

  it('of a meeting, on days that are no weekend', () => {
    const meeting = { kind: 'cal', title: '', minutes: null, link: 'https://cal.com/ada/30min' };
    const [first, last] = previewBooking(
      { ...meeting, isPage: false },
      new Date('2026-11-26T12:00:00Z'),
      'de',
    );
    const slots = first?.card.payload.slots as string[];
    expect(slots).toHaveLength(8);
    for (const slot of slots) expect([0, 6]).not.toContain(new Date(slot).getDay());
    expect(last?.card).toMatchObject({ state: 'booked', payload: { booked: { start: slots[0] } } });
  });
});

it('what a new action begins with is no card yet, or a whole one', () => {
  expect(previewButton(props(buttonFace.start() as never))).toMatchObject({
    missing: [expect.stringContaining('text'), expect.stringContaining('https://')],
    stages: [],
  });
  expect(previewLeadForm(props(leadFormFace.start() as never)).missing).toEqual([]);
  expect(previewHttp(props(httpFace.start() as never))).toBeNull();
  const asked = previewHttp({ ...props(httpFace.start() as never, true), name: ' ' });
  expect(asked).toMatchObject({ missing: [expect.stringContaining('name')] });
});

it('fields that have no name yet, or the same, stand beside each other', () => {
  const field = { name: '', type: 'text', label: '', required: false } as const;
  const settings = { ...leadForm.settings.parse({}), fields: [field, field] };
  const { missing, stages } = previewLeadForm(props(settings));
  expect(missing).toHaveLength(2);
  const fields = (stages[0]?.card.payload.fields ?? []) as { name: string }[];
  expect(new Set(fields.map(({ name }) => name)).size).toBe(2);
});
