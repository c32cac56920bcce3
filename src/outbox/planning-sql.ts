import { randomUUIDv7 } from "node:crypto";
import { type Part, part } from "../platform/database/sql.ts";
import { type NewMail, SECOND_THOUGHTS } from "./planned.ts";

/** The plan as a part of the statement of what it tells of, where `source` has a row. */
export const planning = (officeId: number, mail: NewMail, at: Temporal.Instant, source: Part): Part => part`
  insert into mail (office_id, id, appointment_id, kind, address, details, planned_at, due_at)
  select ${officeId}::integer, ${randomUUIDv7()}::uuid, ${mail.id}::uuid, ${mail.kind}, ${mail.email},
    ${JSON.stringify({ place: mail.place })}::json, ${at}::timestamptz, ${at.add(SECOND_THOUGHTS)}::timestamptz ${source}`;
