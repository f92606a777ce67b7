/** Why there are no tokens, for people, with the next step. @param error as RFC 6749, 5.2 names it */
export function explainRefusal(label: string, name: string, error: string): string {
  switch (error) {
    case 'invalid_client':
    case 'unauthorized_client':
      return `${label} does not know the client id and secret of “${name}”. Check them at ${label}, store them again, and connect anew.`;
    case 'invalid_grant':
      return `${label} has ended the access of “${name}”. That happens when it was taken back there, or when Bellhop was stopped in the moment of renewing it. Connect it again under Connections.`;
    case 'unreadable':
      return `${label} answered in a way that Bellhop cannot read. Connect “${name}” again under Connections.`;
    default:
      return `${label} refused to connect “${name}” (${error.replace(/[^\w. -]/g, '').slice(0, 60)}). Connect it again under Connections.`;
  }
}
