import type { ActingOffice } from "../identity/acting-office.ts";
import type { Read } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { clockTextOf, dateOf } from "../platform/time.ts";
import type { AnyAct, Hindrance } from "./acts.ts";
import { hindrance } from "./hindrance.ts";
import { requireVersion } from "./row/existing.ts";
import type { AppointmentRow } from "./sql.ts";

/** The appointment on which an act is done, and when. */
export interface AppointmentTarget<Version extends number | null = number> {
  readonly id: string;
  /** As the caller saw it; null: whatever it is by now */
  readonly version: Version;
  readonly now: Temporal.Instant;
}

interface ActRequest extends Omit<AppointmentTarget<number | null>, "id"> {
  readonly act: AnyAct;
}

/** @throws Refusal 412 when the caller has seen an older version, 409 when status or clock do not allow the act */
export async function requireAct(
  tx: Read,
  office: ActingOffice,
  row: AppointmentRow,
  { act, version, now }: ActRequest,
): Promise<void> {
  await requireVersion(tx, office, row, version);
  const { status, starts_at, anonymized_at: anonymizedAt } = row;
  const hindered = hindrance(act, { status, anonymizedAt, ...momentOf(starts_at) }, momentOf(now));
  if (!hindered) return;
  const { why, from = "" } = hindered;
  throw new Refusal(409, codeFor(act, hindered), { values: { words: `act-${why}`, from } });
}

const momentOf = (at: Temporal.Instant) => ({ date: dateOf(at).toString(), time: clockTextOf(at) });

function codeFor(act: AnyAct, { why }: Hindrance): string {
  if (why === "anonymous") return "appointment-anonymous";
  if (act === "edit") return "appointment-not-live";
  return why === "day-to-come" || why === "too-early" ? "act-too-early" : "status-conflict";
}
