import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { sqlState } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { changedSinceDecision } from "../history/changed-since-decision-sql.ts";
import { requirePlaces } from "../place/placing.ts";
import { comesBack, takenBack } from "../row/taken-back.ts";
import { type AppointmentRow, rowsByIds } from "../sql.ts";
import { type Caused, causedBy, type OneOfMany } from "./many-sql.ts";
import { performMany } from "./perform-many.ts";

const EXCLUSION_VIOLATION = "23P01";

/** Appointments may come back only to places that are served, or to any that nobody else has. */
export type Back = "open" | "anywhere";

/**
 * Takes back what a change of rules made of appointments, once the rules are again as they were. Their old places were
 * given to nobody by it, so that all go back at once.
 * @param back "anywhere": also to where nothing serves, for it stood there and its head decides about it again
 * @throws Refusal 409 when one of them has been changed since, or would come back to a time that has begun
 */
export async function undoCaused(
  tx: Tx,
  office: AdministeredOffice,
  cause: string,
  { now, back }: { readonly now: Temporal.Instant; readonly back: Back },
): Promise<number> {
  const caused = await causedBy(tx, office.id, cause);
  const ids = caused.map(({ id }) => id);
  const rows = new Map((await rowsByIds(tx, office.id, ids)).map((row) => [row.id, row]));
  const acts = caused.map((one) => undoing(one, rows.get(one.id) as AppointmentRow));
  const isOvertaken = caused.some(({ made, standing }) => made !== standing);
  if (isOvertaken || acts.some((act) => isBackInThePast(act, now))) throw new Refusal(409, "undo-overtaken");
  if (back === "open") await requireOldPlaces(tx, office, acts, cause);
  await performMany(tx, office, acts, { at: now, cause: null }).catch((error) => {
    throw sqlState(error) === EXCLUSION_VIOLATION ? new Refusal(409, "undo-overtaken") : error;
  });
  return acts.length;
}

const undoing = ({ changes, status_since, made }: Caused, before: AppointmentRow): OneOfMany => ({
  kind: "undone",
  before,
  after: takenBack(before, changes, status_since),
  undoes: made,
});

const isBackInThePast = ({ before, after }: OneOfMany, now: Temporal.Instant): boolean =>
  !after.starts_at.equals(before.starts_at) && Temporal.Instant.compare(after.starts_at, now) < 0;

/** An appointment that a head had kept knowingly needs no more than that nobody else is there. */
async function requireOldPlaces(
  tx: Tx,
  office: AdministeredOffice,
  acts: readonly OneOfMany[],
  cause: string,
): Promise<void> {
  const back = acts.filter(({ before, after }) => comesBack(before, after));
  const kept = back.flatMap(({ after }) => (after.kept_by === null ? [] : [after]));
  const changed = await changedSinceDecision(tx, office.id, kept, cause);
  await requirePlaces(
    tx,
    office,
    back.filter(({ after }) => after.kept_by === null || changed.has(after.id)),
  );
}
