import type { InVainCounts } from "./contract.ts";

/** For whichever reason. Pure, browser-safe. */
export const inVainCount = ({ paper, elsewhere, needless }: Omit<InVainCounts, "visits">): number =>
  paper + elsewhere + needless;

export const addedCounts = (each: readonly InVainCounts[]): InVainCounts =>
  each.reduce(
    (sum, one) => ({
      visits: sum.visits + one.visits,
      paper: sum.paper + one.paper,
      elsewhere: sum.elsewhere + one.elsewhere,
      needless: sum.needless + one.needless,
    }),
    { visits: 0, paper: 0, elsewhere: 0, needless: 0 },
  );
