import type { Role } from '../../src/contract/accounts/permissions.ts';
import type { Harness } from './harness.ts';

export const PASSWORD = 'a password that is long enough';

/** A person with an account, in the dashboard of a server. */
export class PersonClient {
  readonly email: string;
  private readonly url: string;
  private cookies = new Map<string, string>();

  constructor(url: string, email: string) {
    this.url = url;
    this.email = email;
  }

  /** What their browser sends along. */
  get headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { 'x-bellhop': 'dashboard', origin: this.url, ...(cookie ? { cookie } : {}) };
  }

  async call<Answer = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Answer; headers: Headers }> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...this.headers, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    return {
      status: response.status,
      body: (text ? JSON.parse(text) : null) as Answer,
      headers: response.headers,
    };
  }

  signIn(password = PASSWORD) {
    return this.call('POST', '/api/v1/sign-in', { email: this.email, password });
  }
}

/** The owner, by the code that the start printed. */
export async function setUp(house: Harness, workspaceName = 'Nordlys Outdoor'): Promise<PersonClient> {
  const owner = new PersonClient(house.url, 'ingrid@example.com');
  const code = (await house.app.findSetupLink())?.code;
  const { email } = owner;
  const done = await owner.call('POST', '/api/v1/setup', {
    ...{ code, name: 'Ingrid Berg', email, password: PASSWORD, workspaceName },
  });
  if (done.status !== 204) throw new Error(JSON.stringify(done.body));
  return owner;
}

/** Somebody whom the owner has invited, and who came. */
export async function join(
  house: Harness,
  owner: PersonClient,
  email: string,
  role: Role,
): Promise<PersonClient> {
  const invited = await owner.call('POST', '/api/v1/invitations', { email, role });
  if (invited.status !== 201) throw new Error(JSON.stringify(invited.body));
  const person = new PersonClient(house.url, email);
  const token = readLink(house, email, 'invitation/');
  const joined = await person.call('POST', '/api/v1/invitations/accept', {
    ...{ token, name: email.split('@')[0], password: PASSWORD },
  });
  if (joined.status !== 204) throw new Error(JSON.stringify(joined.body));
  return person;
}

/** The token in the last mail to somebody. */
export function readLink(house: Harness, email: string, before: string): string {
  const text = house.mails.findLast(({ to }) => to === email)?.text ?? '';
  const token = text.split(before)[1]?.match(/^[\w-]+/)?.[0];
  if (!token) throw new Error(`no mail to ${email} has a link with ${before}`);
  return token;
}
