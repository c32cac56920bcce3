import type { SeenVisit } from "./contract.ts";

/** As it was seen: nothing was done with it since. */
export const isSameVisit = (a: SeenVisit, b: SeenVisit): boolean => a.id === b.id && a.version === b.version;
