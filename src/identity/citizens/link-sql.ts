import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";

/** SQL of citizens' links. */

export interface LinkRow {
  readonly office: number;
  readonly appointment: string;
  readonly kind: "confirm" | "manage" | "address" | "wish" | "calendar";
  readonly address: Buffer | null;
  /** Of whoever was signed in when a page made it, and is so still; null: it is of a letter, or of the browser that booked */
  readonly session: Buffer | null;
}

export async function linkOfToken(tx: AcrossOffices, tokenHash: Buffer): Promise<LinkRow | null> {
  const rows = await tx.sql<LinkRow>`
    select office_id as office, appointment_id as appointment, kind, address_hash as address, session
    from link_of_token(${tokenHash})`;
  return rows[0] ?? null;
}

export async function lockLink(tx: Tx, officeId: number, tokenHash: Buffer): Promise<void> {
  await tx.sql`
    select from appointment_link where office_id = ${officeId} and token_hash = ${tokenHash} for update`;
}

export async function insertLinks(
  tx: Tx,
  officeId: number,
  links: readonly (Omit<LinkRow, "office"> & { readonly token: Buffer; readonly inBrowser: boolean })[],
  now: Temporal.Instant,
): Promise<void> {
  const given = links.map(({ token, address, session, ...link }) => ({
    ...link,
    token: token.toString("hex"),
    address: address?.toString("hex"),
    session: session?.toString("hex"),
  }));
  await tx.sql`
    insert into appointment_link (office_id, token_hash, appointment_id, kind, address_hash, made_at, in_browser, session)
    select ${officeId}::integer, decode(token, 'hex'), appointment, kind, decode(address, 'hex'), ${now}::timestamptz,
      "inBrowser", decode(session, 'hex')
    from json_to_recordset(${JSON.stringify(given)}::json)
      as given (token text, appointment uuid, kind text, address text, "inBrowser" boolean, session text)`;
}

/** Those that pages gave to their browsers; what letters brought stays good. */
export async function deleteBrowsersLinks(tx: Tx, officeId: number, appointment: string): Promise<void> {
  await tx.sql`
    delete from appointment_link where office_id = ${officeId} and appointment_id = ${appointment} and in_browser`;
}

/** All of an appointment, or of a wish: they lead nowhere any more. */
export async function deleteLinks(tx: Tx, officeId: number, appointment: string): Promise<void> {
  await tx.sql`delete from appointment_link where office_id = ${officeId} and appointment_id = ${appointment}`;
}

export async function pointLink(tx: Tx, officeId: number, tokenHash: Buffer, appointment: string): Promise<void> {
  await tx.sql`
    update appointment_link set appointment_id = ${appointment}
    where office_id = ${officeId} and token_hash = ${tokenHash} and kind = 'confirm'`;
}

/** By which a calendar asks for an appointment. */
export interface CalendarLink {
  readonly tokenHash: Buffer;
  readonly address: Buffer | null;
  readonly madeAt: Temporal.Instant;
}

/** They lead nowhere any more. @returns what they were */
export async function deleteCalendarLinks(tx: Tx, officeId: number, appointment: string): Promise<CalendarLink[]> {
  return tx.sql<CalendarLink>`
    delete from appointment_link
    where office_id = ${officeId} and appointment_id = ${appointment} and kind = 'calendar'
    returning token_hash as "tokenHash", address_hash as address, made_at as "madeAt"`;
}

export async function insertCalendarLink(
  tx: Tx,
  officeId: number,
  appointment: string,
  { tokenHash, address, madeAt }: CalendarLink,
): Promise<void> {
  await tx.sql`
    insert into appointment_link (office_id, token_hash, appointment_id, kind, address_hash, made_at)
    values (${officeId}, ${tokenHash}, ${appointment}, 'calendar', ${address}, ${madeAt})`;
}

export async function hasCalendarLink(tx: Read, officeId: number, appointment: string): Promise<boolean> {
  const rows = await tx.sql`
    select from appointment_link
    where office_id = ${officeId} and appointment_id = ${appointment} and kind = 'calendar' limit 1`;
  return rows.length > 0;
}
