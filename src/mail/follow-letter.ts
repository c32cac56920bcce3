import { recordOwnAct } from "../audit/record.ts";
import { announceChange } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import { callInstead, callNoMore } from "../proposals/undelivered.ts";
import type { Letter } from "./letter.ts";
import { bringsLinkOnly } from "./rules.ts";
import type { Settlement } from "./settle-sql.ts";

/** Whom a letter can't reach is to be called, and whom it reaches no more. */
export async function followLetter(
  tx: Tx,
  officeId: number,
  { kind, visit, was }: Letter,
  { state, at }: Settlement,
): Promise<void> {
  if (state === "planned" || state === "sending") return;
  const about = { details: { letter: kind }, appointments: [visit.id] };
  const tells = !bringsLinkOnly(kind);
  if (state === "sent") {
    if (tells) await callNoMore(tx, officeId, visit.id);
    await recordOwnAct(tx, officeId, { act: "mail-sent", ...about }, at);
    // A morning's reminders that went well are no news for anybody.
    if (kind === "reminder") return;
  } else {
    if (tells) await callInstead(tx, officeId, { visit, was }, at);
    await recordOwnAct(tx, officeId, { act: "mail-refused", ...about }, at);
  }
  // No desk shows what stands for a wish alone.
  if (visit.isWishConfirmed !== null) return;
  announceChange(tx, officeId, [Temporal.PlainDate.from(visit.date)], visit.id, null);
}
