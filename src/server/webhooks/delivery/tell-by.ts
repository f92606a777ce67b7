import { ConnectionProblem } from '../../../connections/define.ts';
import { findConnectionKind } from '../../../connections/index.ts';
import type { ConnectionStore } from '../../connections/connections.ts';
import type { AttemptOutcome } from './attempt-outcome.ts';
import type { ClaimedAttempt } from './claim-attempt.ts';

export interface TellDeps {
  connections: Pick<ConnectionStore, 'get' | 'open'>;
  publicUrl(): string;
}

export type TellBy = ReturnType<typeof tellBy>;

/** Sends an event to people by a connection, such as Slack. A connection that is lost is a refusal, tried again later. */
export function tellBy({ connections, publicUrl }: TellDeps) {
  return async (
    connectionId: string,
    { workspace_id: workspaceId, type, data }: ClaimedAttempt,
  ): Promise<{ result: AttemptOutcome['result']; error: string | null }> => {
    const { kind } = await connections.get(workspaceId, connectionId);
    const conversationUrl = `${publicUrl()}/inbox/waiting/${String(data?.conversationId ?? '')}`;
    const port = await connections.open(workspaceId, connectionId);
    try {
      await findConnectionKind(kind)?.tell?.(port, { type, data: data ?? {}, conversationUrl });
      return { result: 'delivered', error: null };
    } catch (error) {
      if (!(error instanceof ConnectionProblem)) throw error;
      await port.noteProblem(error);
      return { result: 'refused', error: error.message };
    }
  };
}
