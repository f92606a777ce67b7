const SIGNED_OUT = 'bellhop-signed-out';

/** Tells that the session is over, wherever it was noticed. */
export function announceSignedOut(): void {
  dispatchEvent(new Event(SIGNED_OUT));
}

/** @returns a function that ends listening */
export function onSignedOut(listener: () => void): () => void {
  addEventListener(SIGNED_OUT, listener);
  return () => removeEventListener(SIGNED_OUT, listener);
}
