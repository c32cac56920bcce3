/** Between the windows of one browser: somebody signed in again. */

const NAME = "session";

export function tellSignedIn(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage("signed-in");
  channel.close();
}

/** @returns what stops the listening */
export function onSignedIn(listener: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = listener;
  return () => channel.close();
}
