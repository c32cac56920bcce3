import type { InVainCounts } from "./contract.ts";

/** For whichever reason. Pure, browser-safe. */
export const inVainCount = ({ paper, elsewhere, needless }: InVainCounts): number => paper + elsewhere + needless;
