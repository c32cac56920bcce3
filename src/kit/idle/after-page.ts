import { useEffect } from "react";
import { createStore, useStore } from "../store.ts";

/** So long the page's own questions and code have the line for themselves: no longer, where it does not come. */
const PATIENCE_MS = 10_000;

const isThere = createStore(false);

/** The page that was opened shows what it was opened for. */
export const pageIsThere = (): void => isThere.set(() => true);

/** Whether to ask for what goes with every page and may come a moment later: counts in its navigation, an offer, the search's code. */
export function useAfterPage(): boolean {
  useEffect(() => {
    const timer = setTimeout(pageIsThere, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return useStore(isThere, (now) => now);
}
