import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import orders from './shop/orders.json' with { type: 'json' };

type Order = (typeof orders)[number];

interface Answer {
  status: number;
  body: object;
}

const BODY_MAX_BYTES = 10_000;

/**
 * The sample shop's own order API, as an owner's would be: it wants a key, knows its orders, refuses what cannot be done any
 * more, and honours `Idempotency-Key`. Orders live as long as the process.
 */
export class OrderApi {
  private readonly orders = new Map(orders.map((order) => [order.number, { ...order }]));
  private readonly answers = new Map<string, Answer>();
  private readonly key: string;

  constructor(key: string) {
    this.key = key;
  }

  /** Answers what lies below `/api/`. */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = this.isKnown(request.headers.authorization)
      ? await this.route(path, request)
      : { status: 401, body: { error: 'The API key is missing or wrong.' } };
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  }

  private async route(path: string, request: IncomingMessage): Promise<Answer> {
    const [, number = '', address] = /^\/api\/orders\/([^/]+)(\/address)?$/.exec(path) ?? [];
    const order = this.orders.get(decodeURIComponent(number));
    if (!order) return { status: 404, body: { error: 'There is no such order.' } };
    if (!address && request.method === 'GET') return { status: 200, body: { order } };
    if (!address || request.method !== 'PUT')
      return { status: 405, body: { error: 'This cannot be done here.' } };
    const text = await readText(request);
    const key = request.headers['idempotency-key'];
    const known = typeof key === 'string' ? this.answers.get(key) : undefined;
    const answer = known ?? changeAddress(order, text);
    if (typeof key === 'string') this.answers.set(key, answer);
    return answer;
  }

  private isKnown(authorization: string | undefined): boolean {
    const given = Buffer.from(authorization ?? '');
    const wanted = Buffer.from(`Bearer ${this.key}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

function changeAddress(order: Order, text: string): Answer {
  let address: unknown;
  try {
    address = JSON.parse(text).address;
  } catch {
    return { status: 400, body: { error: 'The body is not valid JSON.' } };
  }
  if (typeof address !== 'string' || address.trim().length < 5)
    return { status: 422, body: { error: 'The address is missing.' } };
  if (order.status !== 'packed')
    return { status: 409, body: { error: `The order is ${order.status} already.` } };
  order.address = address.trim();
  return { status: 200, body: { order } };
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > BODY_MAX_BYTES) break;
  }
  return text;
}
