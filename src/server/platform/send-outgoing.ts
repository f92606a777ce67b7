import { type IncomingResponse, type OutgoingRequest, SendFailed } from '../../connections/outgoing.ts';
import { type Egress, EgressError } from './egress/egress.ts';

/** Sends through the guarded way out, in the words of those who are not on the server's side. @throws SendFailed */
export async function sendOutgoing(
  egress: Egress,
  workspaceId: string,
  { timeoutMs, body, ...request }: OutgoingRequest,
): Promise<IncomingResponse> {
  try {
    const response = await egress.send({
      ...request,
      ...(body === null ? {} : { body }),
      totalMs: timeoutMs,
      workspaceId,
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: new TextDecoder().decode(response.body),
      ms: response.ms,
    };
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    const reason = error.kind === 'blocked' ? 'blocked' : error.reason;
    throw new SendFailed(reason, error.maybeSent, error.message);
  }
}
