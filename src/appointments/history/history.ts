import type { ActingOffice } from "../../identity/acting-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import { clockTextOf, dateOf, offsetText } from "../../platform/time.ts";
import type { AppointmentHistory } from "../contract.ts";
import { nameOf } from "../field/columns.ts";
import { existingAppointment } from "../row/existing.ts";
import type { Changes } from "./changes.ts";
import { eventsOf } from "./history-sql.ts";

/** The acts on an appointment, the newest first, in the names of the API's fields. */
export async function appointmentHistory(tx: Read, office: ActingOffice, id: string): Promise<AppointmentHistory> {
  const row = await existingAppointment(tx, office, id);
  const events = await eventsOf(tx, office.id, row.id);
  return {
    events: events.map(({ version, kind, at, by, changes, undoes, paper_at }) => ({
      version,
      kind,
      at: offsetText(at),
      by,
      undoes,
      fromPaper: paper_at && offsetText(paper_at),
      changes: fieldsOf(changes),
    })),
  };
}

function fieldsOf(changes: Changes): AppointmentHistory["events"][number]["changes"] {
  return Object.entries(changes).flatMap(([column, [from, to]]) => {
    if (column === "ends_at" || column === "called_at") return [];
    if (column !== "starts_at") return [{ field: nameOf(column), from, to }];
    return [
      { field: "date", from: dateAt(from), to: dateAt(to) },
      { field: "time", from: timeAt(from), to: timeAt(to) },
    ].filter((change) => change.from !== change.to);
  });
}

const dateAt = (text: unknown): string => dateOf(Temporal.Instant.from(String(text))).toString();
const timeAt = (text: unknown): string => clockTextOf(Temporal.Instant.from(String(text)));
