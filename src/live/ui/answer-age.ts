import type { Query, QueryCache } from "@tanstack/react-query";

/** By both clocks: one stands still while the machine sleeps, the other one is put right now and then. */
interface Moment {
  readonly steady: number;
  readonly wall: number;
}

/**
 * How old what each question shows is, from when it was asked: an answer may be from any moment since.
 * @returns milliseconds at the most; infinite where it failed, or was asked before this one looked
 */
export function ageOfAnswers(cache: QueryCache): (query: Query) => number {
  const begun = new WeakMap<Query, Moment>();
  const shown = new WeakMap<Query, Moment>();
  cache.subscribe((event) => {
    if (event.type !== "updated") return;
    const { query, action } = event;
    if (action.type === "fetch") begun.set(query, { steady: performance.now(), wall: Date.now() });
    const asked = begun.get(query);
    // What a page puts there itself is of no later moment.
    if (action.type === "success" && !action.manual && asked) shown.set(query, asked);
  });
  return (query) => {
    const isFirst = query.state.data === undefined && query.state.fetchStatus === "fetching";
    const since = query.state.status === "error" ? undefined : (isFirst ? begun : shown).get(query);
    return since ? Math.max(performance.now() - since.steady, Date.now() - since.wall) : Number.POSITIVE_INFINITY;
  };
}
