import type { FastifyRequest } from "fastify";
import type { Database } from "../../platform/database/transaction.ts";
import type { Clock } from "../../platform/time.ts";
import type { Sent } from "../frame/requests.ts";
import type { Browser } from "./asker.ts";
import { sharedKey } from "./installation-key.ts";
import { partyOf } from "./party.ts";
import { challengeFor, proofIn, type Wanted } from "./proof.ts";

/** Browsers that ask for times, and what they are asked to compute. All processes know each other's by one key. */
export interface Askers {
  /** By the request and by what its form sent */
  of(request: FastifyRequest, wanted: Wanted): Promise<Browser>;
  /** What the browser computes, as its page is given it */
  challenge(wanted: Wanted, tries: number): Promise<string>;
}

export function createAskers(db: Database, clock: Clock): Askers {
  const key = () => sharedKey(db);
  return {
    of: async (request, wanted) => {
      const { proof, later } = request.body as Sent;
      const asking = { key: await key(), now: clock() };
      return {
        by: "browser",
        party: partyOf(request.ip, asking.key),
        proof: proof ? await proofIn(proof, wanted, asking) : null,
        later: later !== undefined,
      };
    },
    challenge: async (wanted, tries) =>
      JSON.stringify(await challengeFor(wanted, tries, { key: await key(), now: clock() })),
  };
}
