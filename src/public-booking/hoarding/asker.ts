import type { Party } from "./party.ts";
import type { Proof } from "./proof.ts";

/** What decides how a time is held for a browser of which nothing is known yet. */
export interface Asker {
  /** Null: nothing can be said of where it is */
  readonly party: Party | null;
  /** Null: it has computed nothing */
  readonly proof: Proof | null;
  /** By its own wish the time is held once it is known who asks, and needs no proof of anything before */
  readonly later: boolean;
}
