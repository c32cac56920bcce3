import type { OperableOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { standingEvents } from "../history/history-sql.ts";
import { causedBy } from "../many/many-sql.ts";
import { perform } from "../perform.ts";
import { type AppointmentRow, rowsByIds } from "../sql.ts";
import { restored } from "../undo.ts";

/**
 * Takes back what one greater act at the counter did, all its steps on each appointment, while their day is locked
 * (`lockDays`): a catching up from paper, or «Επόμενος». None of them gave up a place, so none has to find one again.
 * @returns ids of those that are as before, and of those that stay because something was done with them since
 */
export async function takeBackCaused(
  tx: Tx,
  office: OperableOffice,
  cause: string,
  now: Temporal.Instant,
): Promise<{ readonly restored: readonly string[]; readonly staying: readonly string[] }> {
  const caused = await causedBy(tx, office.id, cause);
  const rows = await rowsByIds(tx, office.id, [...new Set(caused.map(({ id }) => id))]);
  const outcome = { restored: [] as string[], staying: [] as string[] };
  for (const row of rows) {
    const isBack = await takeBack(tx, office, row, { cause, now });
    (isBack ? outcome.restored : outcome.staying).push(row.id);
  }
  return outcome;
}

async function takeBack(
  tx: Tx,
  office: OperableOffice,
  row: AppointmentRow,
  { cause, now }: { readonly cause: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const events = await standingEvents(tx, office.id, row.id);
  if (events[0]?.cause !== cause) return false;
  let before = row;
  for (const [index, event] of events.entries()) {
    if (event.cause !== cause) break;
    const after = restored(before, [event, ...events.slice(index + 1)], now);
    const { version } = await perform(tx, office, { kind: "undone", at: now, before, after, undoes: event.version });
    before = { ...after, version };
  }
  return true;
}
