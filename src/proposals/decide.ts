import { keep, rehome } from "../appointments/concerned.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Changed, Decision } from "./contract.ts";
import { type DrawnUp, type Notice, proposalOf } from "./draw-up.ts";
import { matched } from "./match.ts";
import { tell } from "./tell.ts";

type Outcome = Omit<Changed, "change">;

/** Moves and keeps as decided, and plans who is told how. @throws Refusal 409 with the present proposal */
export async function decide(
  tx: Tx,
  office: AdministeredOffice,
  drawnUp: DrawnUp,
  decisions: readonly Decision[] | undefined,
  now: Temporal.Instant,
  cause: string,
): Promise<Outcome> {
  const decided = matched(drawnUp, decisions);
  if (!decided) {
    throw new Refusal(409, decisions === undefined ? "proposal-needed" : "proposal-stale", {
      values: { count: drawnUp.proposed.length },
      extensions: { proposal: proposalOf(office, drawnUp) },
    });
  }
  const notices: Notice[] = [];
  for (const one of decided) {
    const { row } = one.standing;
    await (one.place ? rehome(tx, office, row, one.place, now, cause) : keep(tx, office, row, now, cause));
    notices.push(await tell(tx, office, one, now, cause));
  }
  const moved = decided.filter(({ place }) => place !== null).length;
  const emails = notices.filter((notice) => notice === "email").length;
  const untold = notices.filter((notice) => notice !== "email" && notice !== "none").length;
  return { moved, kept: decided.length - moved, emails, calls: untold };
}
