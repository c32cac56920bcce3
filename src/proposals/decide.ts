import { keep, rehome } from "../appointments/concerned.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Changed, Decision } from "./contract.ts";
import { type DrawnUp, type Notice, noticeOf, proposalOf } from "./draw-up.ts";
import { type Decided, matched } from "./match.ts";
import { planCall, planMail } from "./tell-sql.ts";

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

/** Plans the message or the call; on the list stands also whom nothing reaches, for somebody to think of a way. */
async function tell(
  tx: Tx,
  office: AdministeredOffice,
  { visit, standing: { row }, act, place }: Decided,
  now: Temporal.Instant,
  cause: string,
): Promise<Notice> {
  const notice = act === "keep" ? "none" : noticeOf(visit, place);
  if (notice === "email" && place) await planMail(tx, office.id, row, place, now, cause);
  else if (notice !== "none") await planCall(tx, office.id, row, place ? "moved" : "kept", now, cause);
  return notice;
}
