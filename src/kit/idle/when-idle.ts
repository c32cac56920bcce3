/** At the latest after so long, however busy the browser is */
const PATIENCE_MS = 1_000;
/** For browsers that do not say when they are idle: time enough to draw the page */
const DRAWN_MS = 200;

/** Does what can wait once the page has been drawn. Answers with how to call it off. */
export function whenIdle(act: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(act, DRAWN_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: PATIENCE_MS });
  return () => cancelIdleCallback(handle);
}
