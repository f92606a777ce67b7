import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { PASSWORD, PersonClient, setUp } from '../../../tests/harness/person-client.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';
import type { MadeInvitation } from '../../contract/accounts/person.ts';

let house: Harness;
let owner: PersonClient;
let send: () => Promise<void>;
const lines: string[] = [];

beforeAll(async () => {
  house = await Harness.start({ onLogLine: (line) => lines.push(line), sendMail: () => send() });
  owner = await setUp(house);
});
afterAll(() => house.close());

const ask = async (email: string) => {
  const { status, body } = await owner.call('POST', '/api/v1/password/forgotten', { email });
  return { status, body };
};

it('does not tell who has an account by failing', async () => {
  send = () => Promise.reject(new Error('the mail server is away'));
  expect(await ask(owner.email)).toEqual(await ask('nobody@example.com'));
  await waitFor(async () => lines.find((line) => line.includes('a new password was not sent')));
});

it('does not tell it by taking its time: the answer does not wait for the mail', async () => {
  let end = () => {};
  send = () =>
    new Promise((resolve) => {
      end = resolve;
    });
  expect((await ask(owner.email)).status).toBe(204);
  end();
});

it('says that an invitation was not sent, and hands its link to who invited', async () => {
  send = () => Promise.reject(new Error('the mail server is away'));
  const invited = await owner.call<MadeInvitation>('POST', '/api/v1/invitations', {
    email: 'max@example.com',
    role: 'viewer',
  });
  expect(invited).toMatchObject({
    status: 201,
    body: { email: 'max@example.com', unsent: { problem: expect.stringContaining('SMTP_URL') } },
  });
  const token = invited.body.unsent?.link.split('/invitation/')[1] ?? '';
  const { body } = await owner.call<{ items: [] }>('GET', '/api/v1/invitations');
  expect(body.items).toHaveLength(1);
  expect(JSON.stringify([body, lines])).not.toContain(token);
  const max = new PersonClient(house.url, 'max@example.com');
  const accepted = await max.call('POST', '/api/v1/invitations/accept', {
    token,
    name: 'Max',
    password: PASSWORD,
  });
  expect(accepted.status).toBe(204);
});

it('a browser that signs in anew leaves no session behind', async () => {
  const person = new PersonClient(house.url, owner.email);
  await person.signIn();
  const { headers } = person;
  await person.signIn();
  expect((await fetch(`${house.url}/api/v1/agents`, { headers })).status).toBe(401);
  expect((await person.call('GET', '/api/v1/agents')).status).toBe(200);
});
