/** One attempt at one delivery; also the id of the run that makes it. */
export interface AttemptRef {
  deliveryId: string;
  attempt: number;
}

export function attemptId({ deliveryId, attempt }: AttemptRef): string {
  return `${deliveryId}-${attempt}`;
}

/** @throws Error when it is not one of `attemptId` */
export function parseAttemptId(id: string): AttemptRef {
  const [, deliveryId, attempt] = /^(\w+)-(\d+)$/.exec(id) ?? [];
  if (deliveryId === undefined) throw new Error(`${id} is no attempt`);
  return { deliveryId, attempt: Number(attempt) };
}
