type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call of the HTTP API: `path` below `/api/v1`, such as `/agents`. */
export type ApiRequest = (
  method: Method,
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>;

/** The HTTP API as a program of the owner uses it. */
export class Api {
  private readonly request: ApiRequest;

  constructor(request: ApiRequest) {
    this.request = request;
  }

  /** @throws when the answer is an error */
  async send<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.request(method, path, body);
    if (answer.status >= 400) {
      throw new Error(
        `The sample agent: ${method} ${path} answered ${answer.status} ${JSON.stringify(answer.body)}`,
      );
    }
    return answer.body as Answer;
  }

  /** All pages of a list. `path` without a query. */
  async list<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `?limit=100&cursor=${encodeURIComponent(cursor)}` : '?limit=100';
      const page: { items: Item[]; nextCursor: string | null } = await this.send('GET', `${path}${query}`);
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  }
}
