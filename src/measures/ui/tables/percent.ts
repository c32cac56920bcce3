import type { Share } from "../../contract.ts";

/** Whole ones; of nobody there is none. */
export const percentOf = ({ count, of }: Share): number | null => (of === 0 ? null : Math.round((count / of) * 100));
