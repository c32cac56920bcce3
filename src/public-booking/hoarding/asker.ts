import type { Party } from "./party.ts";
import type { Proof } from "./proof.ts";

/** Who asks for a time, which decides how it is held. Only an accredited system has none: it answers for whoever comes. */
export type Asker = Browser | Person | Confirmation | Offer;

/** A browser of which nothing is known yet. */
export interface Browser {
  readonly by: "browser";
  /** Null: nothing can be said of where it is */
  readonly party: Party | null;
  /** Null: it has computed nothing */
  readonly proof: Proof | null;
  /** By its own wish the time is held once it is known who asks, and needs no proof of anything before */
  readonly later: boolean;
}

/** Whoever has shown who they are: by TAXISnet, or by the appointment that they move. */
export interface Person {
  readonly by: "person";
  /** Hashed */
  readonly key: Buffer;
}

/** The time is held and confirmed in one transaction. */
interface Confirmation {
  readonly by: "confirmation";
}

/** The office itself, which offers a place to whoever wished for one. */
interface Offer {
  readonly by: "offer";
}

/** By a link that anybody with a mailbox may have pressed: the time is held once it is confirmed. */
export const NOT_BEFORE_CONFIRMED: Browser = { by: "browser", party: null, proof: null, later: true };
