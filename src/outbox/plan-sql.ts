import { randomUUIDv7 } from "node:crypto";
import { announceMails } from "../live/announce.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import type { NewMail } from "./planned.ts";

interface Planned {
  readonly at: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  /** The change of rules that they tell of */
  readonly cause: string | null;
}

export async function insertMails(
  tx: Tx,
  officeId: number,
  messages: readonly NewMail[],
  { at, dueAt, cause }: Planned,
): Promise<void> {
  const given = messages.map(({ place, state = "planned", ...message }) => ({
    ...message,
    state,
    mail: randomUUIDv7(),
    details: { place },
  }));
  await tx.sql`
    insert into mail (office_id, id, appointment_id, kind, address, details, state, planned_at, due_at, cause, replaces)
    select ${officeId}::integer, given.mail, given.id, given.kind, coalesce(given.email, before.address), given.details,
      given.state, ${at}::timestamptz, ${dueAt}::timestamptz, ${cause}::uuid, given.replaces
    from json_to_recordset(${JSON.stringify(given)}::json)
        as given (mail uuid, id uuid, kind text, email text, details json, state text, replaces uuid)
      left join mail as before on before.office_id = ${officeId} and before.id = given.replaces`;
  announceMails(tx, officeId);
}

/** Which is being sent already tells what it can; another one then tells the rest. */
export async function withdrawPlanned(tx: Tx, officeId: number, ids: readonly string[]): Promise<void> {
  await tx.sql`
    update mail set state = 'withdrawn'
    where office_id = ${officeId} and id = any (${ids}::uuid[]) and state = 'planned'`;
  announceMails(tx, officeId);
}

/** Whatever is planned of these appointments. */
export async function withdrawAllOf(tx: Tx, officeId: number, appointments: readonly string[]): Promise<void> {
  await tx.sql`
    update mail set state = 'withdrawn'
    where office_id = ${officeId} and appointment_id = any (${appointments}::uuid[]) and state = 'planned'`;
  announceMails(tx, officeId);
}

/** Withdraws what was not told of a change yet; what that had replaced is planned again. */
export async function withdrawCaused(tx: Tx, officeId: number, cause: string): Promise<void> {
  await tx.sql`update mail set state = 'withdrawn' where office_id = ${officeId} and cause = ${cause} and state = 'planned'`;
  await tx.sql`update mail set state = 'planned' where office_id = ${officeId} and id in (
    select replaces from mail where office_id = ${officeId} and cause = ${cause} and state = 'withdrawn')`;
  announceMails(tx, officeId);
}

/** Who has had a letter of a change, or may have. */
export async function sentLetters(
  tx: Read,
  officeId: number,
  cause: string,
): Promise<Pick<NewMail, "id" | "email" | "place">[]> {
  return tx.sql`
    select appointment_id as id, address as email, details -> 'place' as place from mail
    where office_id = ${officeId} and cause = ${cause} and told is not null`;
}

export async function addressesOfLinks(tx: Read, officeId: number, appointment: string): Promise<string[]> {
  const rows = await tx.sql<{ address: string }>`
    select distinct address from mail
    where office_id = ${officeId} and appointment_id = ${appointment} and kind = 'address-link' and address <> ''`;
  return rows.map(({ address }) => address);
}

/** Of some kinds: to whom they went is kept no longer, and what waits does not leave. */
export async function emptyLetters(
  tx: Tx,
  officeId: number,
  appointments: readonly string[],
  kinds: readonly NewMail["kind"][],
): Promise<void> {
  await tx.sql`
    update mail set address = '', answer = null, state = case state when 'planned' then 'withdrawn' else state end
    where office_id = ${officeId} and appointment_id = any (${appointments}::uuid[]) and kind = any (${kinds}::text[])`;
  announceMails(tx, officeId);
}
