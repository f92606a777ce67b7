import type { Availability } from '../../../contract/actions/availability.ts';

/** No condition. The contract says the same beside its schemas, which the dashboard does not carry. */
export const ALWAYS: Availability = { pages: [], languages: [], hours: null, identifiedOnly: false };
