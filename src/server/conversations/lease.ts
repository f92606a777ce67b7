/** How long a turn is left to a process that is not heard of. Renewed well before it is over. */
export const LEASE_SECONDS = 8;
