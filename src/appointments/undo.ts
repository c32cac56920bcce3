import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { perform } from "./act.ts";
import type { Appointment } from "./contract.ts";
import { existing, requireVersion } from "./existing.ts";
import { type EventRow, lastStandingEvent } from "./history-sql.ts";
import { changedSinceKept } from "./kept-sql.ts";
import { lockDays } from "./locks.ts";
import { requirePlace } from "./placing.ts";
import type { Row } from "./sql.ts";

/** Where an appointment may come back to: where it is served, or to any place that nobody else has. */
export type Back = "open" | "anywhere";

/**
 * Takes back the last act that still stands; asked again, the one before it. A booking taken back is cancelled.
 * What comes back to a place finds it open and free, or is refused (409), and so is what nobody would have kept there.
 * A transfer alone stays: it would have to take back what another office has made of it since.
 * @param cause the change of rules that is being taken back
 */
export async function undo(
  tx: Tx,
  office: OperableOffice,
  id: string,
  version: number,
  now: Temporal.Instant,
  back: Back = "open",
  cause: string | null = null,
): Promise<Appointment> {
  const seen = await existing(tx, office, id);
  const target = restored(seen, await standing(tx, office, id), now);
  await lockDays(tx, office.id, dateOf(seen.starts_at), dateOf(target.starts_at));
  const before = await existing(tx, office, id);
  await requireVersion(tx, office, before, version);
  const event = await standing(tx, office, id);
  const after = restored(before, event, now);
  const needsPlace = back === "open" && comesBack(before, after) && !(await isKeptThere(tx, office, after, cause));
  if (needsPlace) await requirePlace(tx, office, after, before);
  return perform(tx, office, "undone", before, after, now, { undoes: event.version });
}

async function standing(tx: Tx, office: OperableOffice, id: string): Promise<EventRow> {
  const event = await lastStandingEvent(tx, office.id, id);
  if (!event) throw new Refusal(409, "nothing-to-undo");
  return event;
}

function restored(row: Row, event: EventRow, now: Temporal.Instant): Row {
  if (event.kind === "transferred") throw new Refusal(409, "transfer-stays");
  if (event.kind === "booked") return { ...row, status: "cancelled", status_at: now };
  const values = Object.entries(event.changes).map(([column, [before]]) => [
    column,
    isInstant(column) ? Temporal.Instant.from(String(before)) : before,
  ]);
  const back = { ...row, ...Object.fromEntries(values) } as Row;
  return back.status === row.status ? back : { ...back, status_at: now };
}

const isInstant = (column: string): boolean => column.endsWith("_at");

/** Where its head has kept it knowingly, it is enough that nobody else is there. */
const isKeptThere = async (tx: Tx, office: OperableOffice, row: Row, cause: string | null): Promise<boolean> =>
  row.kept_by !== null && !(await changedSinceKept(tx, office.id, [row], cause)).has(row.id);

const comesBack = (before: Row, after: Row): boolean =>
  after.status !== "cancelled" &&
  (before.status === "cancelled" ||
    (before.kept_by !== null && after.kept_by === null) ||
    before.queue !== after.queue ||
    !before.starts_at.equals(after.starts_at) ||
    !before.ends_at.equals(after.ends_at));
