import type { CardProblem } from '../../../actions/card-props.ts';
import type { CardOp, Entry } from '../../../contract/entry.ts';
import type { CardOperation } from '../../../contract/widget/session.ts';
import { randomId } from './random-id.ts';
import { post, RequestFailed } from './request.ts';
import { backoff, createWaiter } from './wait.ts';

const TRIES = 3;

/**
 * Tells the server what the visitor did with a card. A repeat carries the same `clientId`, so it counts once.
 * @throws RequestFailed when it could not be told
 */
export async function actOnCard(
  entryId: string,
  token: string,
  op: CardOp,
  values?: Record<string, unknown>,
): Promise<{ entry: Entry } | { problems: CardProblem[] }> {
  const body: CardOperation = { clientId: randomId(), op, ...(values ? { values } : {}) };
  for (let tries = 1; ; tries += 1) {
    try {
      return { entry: await post<Entry>(`/cards/${encodeURIComponent(entryId)}`, body, token) };
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (error.code === 'invalid')
        return { problems: error.details.map((detail) => ({ code: 'invalid', ...detail })) };
      if (!error.passing || tries === TRIES) throw error;
      await createWaiter().wait(error.retryAfter ?? backoff(tries));
    }
  }
}
