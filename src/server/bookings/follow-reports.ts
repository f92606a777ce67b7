import type { Pool } from 'pg';
import type { BookingReport } from '../../connections/define.ts';
import { applyReport } from '../conversations/cards/apply-report.ts';
import type { ConversationDeps } from '../conversations/deps.ts';

interface Reported {
  workspaceId: string;
  connectionId: string;
  report: BookingReport;
}

/** What a provider tells of a booking, signed, reaches the card that it came from. Once or several times. */
export function followReports(deps: ConversationDeps) {
  return ({ workspaceId, report }: Reported): Promise<void> => follow(deps, workspaceId, report);
}

async function follow(deps: ConversationDeps, workspaceId: string, report: BookingReport): Promise<void> {
  const card = await findCard(deps.pool, workspaceId, report);
  const entry =
    card && (await applyReport(deps, { workspaceId, visitorId: card.visitor_id }, card.entry_id, report));
  if (entry) deps.live.publishEntries(entry.conversationId, [entry]);
}

/** By what we gave along, or by a name that the provider itself has told before. What a browser reported finds nothing. */
async function findCard(
  pool: Pool,
  workspaceId: string,
  { uri, replacesUri, reference, change }: BookingReport,
): Promise<{ entry_id: string; visitor_id: string } | undefined> {
  const { rows } = await pool.query<{ entry_id: string; visitor_id: string }>({
    name: 'card-of-report',
    text: `select entries.id as entry_id, conversations.visitor_id
      from entries join conversations on conversations.id = entries.conversation_id
        left join bookings on bookings.entry_id = entries.id
      where conversations.workspace_id = $1 and entries.id = coalesce(
        (select entry_id from bookings where workspace_id = $1 and uid in ($2, $3) and state <> 'reported'
          order by id desc limit 1), $4)
        -- Of a booking that was moved the old one may still be called off.
        and ($5 <> 'cancelled' or bookings.uid is null or bookings.state = 'reported' or bookings.uid = $2)`,
    values: [workspaceId, uri, replacesUri ?? '', reference ?? '', change],
  });
  return rows[0];
}
