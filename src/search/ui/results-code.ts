import { lazy } from "react";

const load = async () => ({ default: (await import("./search-results.tsx")).SearchResults });

/** The code of the results comes when there is something to show. */
export const SearchResults = lazy(load);

export function preloadResults(): void {
  load().catch(() => {
    // Opening the results tries again and says so.
  });
}
