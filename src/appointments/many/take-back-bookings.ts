import type { OperableOffice } from "../../identity/office-access.ts";
import { announceRules } from "../../live/announce.ts";
import { withdrawMailsOf } from "../../outbox/plan.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { type AppointmentRow, rowsByIds } from "../sql.ts";
import { hasPlace } from "../statuses.ts";
import { AT_ONCE } from "./book-many.ts";
import { type Caused, causedBy, type OneOfMany, updateMany } from "./many-sql.ts";

/** Ids of appointments that are cancelled now, and of those that keep their place. */
interface TakenBack {
  readonly restored: readonly string[];
  /** Something was done with them since, or their time has come */
  readonly staying: readonly string[];
}

/**
 * Takes back what was booked all at once, while the office is locked (`lockOffice`). Nobody is written to: they are
 * expected where they were before it, and what of it was not told yet is not told any more.
 */
export async function takeBackBookings(
  tx: Tx,
  office: OperableOffice,
  cause: string,
  now: Temporal.Instant,
): Promise<TakenBack> {
  const caused = await causedBy(tx, office.id, cause);
  const ids = caused.map(({ id }) => id);
  const rows = new Map((await rowsByIds(tx, office.id, ids)).map((row) => [row.id, row]));
  const bookings = caused.map((one) => ({ one, row: rows.get(one.id) as AppointmentRow }));
  const acts = bookings.filter((each) => isUntouched(each, now)).map((each) => cancelling(each, now));
  for (let first = 0; first < acts.length; first += AT_ONCE)
    await takeBackPart(tx, office, acts.slice(first, first + AT_ONCE), now);
  const restored = acts.map(({ before }) => before.id);
  await withdrawMailsOf(tx, office.id, restored);
  announceRules(tx, office.id);
  const staying = bookings.filter((each) => hasPlace(each.row.status) && !isUntouched(each, now));
  return { restored, staying: staying.map(({ row }) => row.id) };
}

interface CausedBooking {
  readonly one: Caused;
  readonly row: AppointmentRow;
}

/** A visit that has begun may have taken place, whatever was noted of it. */
const isUntouched = ({ one, row }: CausedBooking, now: Temporal.Instant): boolean =>
  one.made === one.standing && row.anonymized_at === null && Temporal.Instant.compare(row.starts_at, now) > 0;

const cancelling = ({ one, row }: CausedBooking, now: Temporal.Instant): OneOfMany => ({
  kind: "undone",
  before: row,
  after: { ...row, status: "cancelled", status_at: now },
  undoes: one.made,
});

async function takeBackPart(
  tx: Tx,
  office: OperableOffice,
  acts: readonly OneOfMany[],
  now: Temporal.Instant,
): Promise<void> {
  const written = await updateMany(tx, office.id, acts, { at: now, employeeId: office.employeeId, cause: null });
  if (written < acts.length) throw new Error("An appointment was changed though nobody else may.");
}
