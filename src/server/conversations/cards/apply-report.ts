import type { BookingReport } from '../../../connections/define.ts';
import type { Entry } from '../../../contract/entry.ts';
import type { CardDeps } from './card-deps.ts';
import { concludeCard } from './conclude-card.ts';

/** What a provider has said of a booking, signed, becomes the state of its card. @returns null when nothing is new */
export async function applyReport(
  deps: Pick<CardDeps, 'pool' | 'saveLead' | 'saveBooking'>,
  owner: { workspaceId: string; visitorId: string },
  entryId: string,
  report: BookingReport,
): Promise<Entry | null> {
  const { entry, changed } = await concludeCard(
    deps,
    owner,
    entryId,
    (executor, { settings, card }, context) =>
      executor.onReport({ settings, card: { entryId, ...card }, report }, context),
  );
  return changed ? entry : null;
}
