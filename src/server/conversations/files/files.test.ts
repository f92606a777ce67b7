import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_KEY } from '../../../../tests/harness/api-key.ts';
import { Harness } from '../../../../tests/harness/harness.ts';
import { scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import type { VisitorClient } from '../../../../tests/harness/visitor-client.ts';
import type { Attachment, Entry } from '../../../contract/entry.ts';

let house: Harness;
let agentId: string;
let visitor: VisitorClient;

beforeAll(async () => {
  house = await Harness.start({ model: scriptedModel(() => [{ say: 'Noted.' }]) });
  agentId = (await house.createAgent()).id;
  visitor = await house.visit(agentId);
  await visitor.ask('hello');
});
afterAll(() => house.close());

const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#123456' } });
const pathOf = ({ session }: VisitorClient) => `/api/v1/conversations/${session.conversationId}`;

async function upload(bytes: Buffer, to = visitor): Promise<{ status: number; body: Attachment }> {
  const response = await fetch(`${house.url}${pathOf(to)}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'image/png' },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Attachment };
}
const reply = (attachments: string[], clientId: string, to = visitor) =>
  house.api<Entry>('POST', `${pathOf(to)}/replies`, { clientId, attachments });
const look = (id: string, by: VisitorClient) =>
  fetch(`${house.url}/widget/v1/files/${id}`, {
    headers: { authorization: `Bearer ${by.session.token}` },
  });

describe('an image', () => {
  it('reaches the visitor with a reply, once, and nobody before it or besides them', async () => {
    const { status, body } = await upload(await picture().png().toBuffer());
    expect([status, body]).toMatchObject([201, { type: 'image/webp', width: 60, height: 40 }]);
    expect(body.id).toMatch(/^[0-9a-f]{32}$/);
    expect((await look(body.id, visitor)).status).toBe(404);

    const [sent, again] = [await reply([body.id], 'a'), await reply([body.id], 'a')];
    expect([sent.status, again.body.id]).toEqual([201, sent.body.id]);
    expect((await visitor.list()).at(-1)).toMatchObject({ attachments: [body] });
    const seen = await look(body.id, visitor);
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect((await look(body.id, await house.visit(agentId))).status).toBe(404);
    expect((await fetch(`${house.url}/widget/v1/files/${body.id}`)).status).toBe(401);
  });

  it('goes with the conversation that it was sent up for, and into no other', async () => {
    const { body } = await upload(await picture().png().toBuffer());
    const other = await house.visit(agentId);
    await other.ask('hello');
    expect((await reply([body.id], 'b', other)).status).toBe(404);
    expect((await reply([body.id, 'made-up'], 'c')).status).toBe(404);
    expect((await look(body.id, visitor)).status).toBe(404);
    expect((await other.list()).some(({ attachments }) => attachments)).toBe(false);
  });

  it('is made anew: nothing but its pixels is left', async () => {
    const secret = 'a place that nobody should know';
    const sent = await picture()
      .withExif({ IFD0: { ImageDescription: secret } })
      .jpeg()
      .toBuffer();
    expect(sent.includes(secret)).toBe(true);
    const hidden = Buffer.concat([sent, Buffer.from('<script>alert(1)</script>')]);
    const { body } = await upload(hidden);
    const kept = await house.pool.query<{ bytes: Buffer }>('select bytes from files where id = $1', [
      body.id,
    ]);
    const bytes = kept.rows[0]?.bytes as Buffer;
    expect([bytes.includes(secret), bytes.includes('<script>')]).toEqual([false, false]);
    expect((await sharp(bytes).metadata()).format).toBe('webp');
  });

  it.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['words', 'hello'],
    ['nothing', ''],
    ['the beginning of a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ])('is refused when it is %s, whatever it says it is', async (_what, text) => {
    expect((await upload(Buffer.from(text, 'latin1'))).status).toBe(422);
  });

  it('is refused when it has too many pixels, or bytes', async () => {
    const vast = sharp({ create: { width: 8_000, height: 6_000, channels: 3, background: '#fff' } });
    expect((await upload(await vast.png().toBuffer())).status).toBe(422);
    expect((await upload(Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('is erased with the visitor', async () => {
    const leaving = await house.visit(agentId);
    await leaving.ask('hello');
    const { body } = await upload(await picture().png().toBuffer(), leaving);
    await fetch(`${house.url}/widget/v1/me`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${leaving.session.token}` },
    });
    expect((await house.pool.query('select from files where id = $1', [body.id])).rowCount).toBe(0);
  });
});
