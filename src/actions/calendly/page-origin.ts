/** From where the page of an event type comes, and may speak. */
export function pageOriginOf({ schedulingUrl }: { schedulingUrl: string | null }): string {
  return schedulingUrl === null ? 'https://calendly.com' : new URL(schedulingUrl).origin;
}
