import type { NamesLeft } from "./participle-names.ts";

/** The published contract calls it `Kept`: it changes with the next version of the API. */
export const PARTICIPLE_NAMES_LEFT: NamesLeft = {
  "src/retention/contract.ts": ["keptResponse"],
};
