import type { OperableOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { type EventRow, standingEvents } from "../history/history-sql.ts";
import { causedBy } from "../many/many-sql.ts";
import { perform } from "../perform.ts";
import { type AppointmentRow, rowsByIds } from "../sql.ts";
import { restored } from "../undo.ts";

/** Ids of those that are as before, and of those that stay because something was done with them since */
export interface TakenBack {
  readonly restored: readonly string[];
  readonly staying: readonly string[];
}

/**
 * Takes back what one greater act at the counter did, all its steps on each appointment, while their day is locked
 * (`lockDays`): a catching up from paper, or «Επόμενος». None of them gave up a place, so none has to find one again.
 */
export async function takeBackCaused(
  tx: Tx,
  office: OperableOffice,
  cause: string,
  now: Temporal.Instant,
): Promise<TakenBack> {
  const caused = await causedBy(tx, office.id, cause);
  const rows = await rowsByIds(tx, office.id, [...new Set(caused.map(({ id }) => id))]);
  return takeBackEach<AppointmentRow, EventRow>(rows, cause, {
    standing: (id) => standingEvents(tx, office.id, id),
    undo: async (before, event, earlier) => {
      const after = restored(before, [event, ...earlier], now);
      const { version } = await perform(tx, office, { kind: "undone", at: now, before, after, undoes: event.version });
      return { ...after, version };
    },
  });
}

interface Taking<Row, Event> {
  /** Its acts that stand, the last one first */
  standing(id: string): Promise<readonly Event[]>;
  /** @returns it as it is then */
  undo(row: Row, event: Event, earlier: readonly Event[]): Promise<Row>;
}

/** Of each the steps that the act caused, the last one first; where anything was done since, all of it stays. */
export async function takeBackEach<
  Row extends { readonly id: string },
  Event extends { readonly cause: string | null },
>(rows: readonly Row[], cause: string, { standing, undo }: Taking<Row, Event>): Promise<TakenBack> {
  const outcome = { restored: [] as string[], staying: [] as string[] };
  for (const row of rows) {
    const events = await standing(row.id);
    (events[0]?.cause === cause ? outcome.restored : outcome.staying).push(row.id);
    let before = row;
    for (const [index, event] of events.entries()) {
      if (event.cause !== cause) break;
      before = await undo(before, event, events.slice(index + 1));
    }
  }
  return outcome;
}
