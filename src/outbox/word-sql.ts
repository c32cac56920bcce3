import { randomUUIDv7 } from "node:crypto";
import type { Read, Tx } from "../platform/database/sql.ts";
import type { NewMail, OfficeBefore, VisitPlace, VisitStatement } from "./planned.ts";

/** A letter that has left, or may have. */
export interface LastWord {
  readonly kind: NewMail["kind"];
  readonly address: string;
  readonly letter: string;
  readonly told: VisitStatement;
  readonly plannedAt: Temporal.Instant;
  /** The office that it left from */
  readonly before: OfficeBefore;
}

/** As senders do who claim its letters (`src/mail/claim-sql.ts`), until the transaction ends. */
export async function waitForSender(tx: Tx, appointment: string): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${appointment}, 0))`;
}

export async function lastWord(tx: Read, officeId: number, appointment: string): Promise<LastWord | null> {
  const rows = await tx.sql<LastWord>`
    select kind, mail.address, letter, told, planned_at as "plannedAt",
      json_build_object('id', office.id, 'name', name, 'nameEn', name_en) as before
    from mail join office on office.id = mail.office_id
    where mail.office_id = ${officeId} and appointment_id = ${appointment} and told is not null
    order by mail.id desc limit 1`;
  return rows[0] ?? null;
}

interface StoredWord extends Omit<LastWord, "before"> {
  readonly appointment: string;
  readonly place: VisitPlace;
  readonly at: Temporal.Instant;
}

/** Among what was withdrawn after it may have left, which counts as said. */
export async function insertWord(
  tx: Tx,
  officeId: number,
  { appointment, kind, address, letter, told, plannedAt, place, at }: StoredWord,
): Promise<void> {
  await tx.sql`
    insert into mail (office_id, id, appointment_id, kind, address, details, state, planned_at, due_at, settled_at, letter, told)
    values (${officeId}, ${randomUUIDv7()}, ${appointment}, ${kind}, ${address}, ${JSON.stringify({ place: [place, place] })}::json,
      'withdrawn', ${plannedAt}, ${plannedAt}, ${at}, ${letter}, ${JSON.stringify(told)}::json)`;
}
