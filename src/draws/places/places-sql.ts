import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";

/** SQL of the places that draws give. */

export interface PlaceRow {
  readonly queue: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly date: Temporal.PlainDate;
  readonly part: number;
  /** Among those of its day and part, from 0 on; null: before the draw */
  readonly at: number | null;
  /** The row of `appointment` that holds it now */
  readonly hold: string;
  readonly state: "free" | "given" | "need" | "closed" | "opened";
}

/** In the order of their times, one queue after the other where they begin together. */
export const placesOfDraw = (tx: Read, officeId: number, draw: number): Promise<PlaceRow[]> =>
  tx.sql<PlaceRow>`
    select queue, starts_at as "startsAt", ends_at as "endsAt", date, part, at, hold, state from draw_place
    where office_id = ${officeId} and draw = ${draw} order by starts_at, queue`;

/** Of a day those rows that hold its places still: a change of rules gives them back whatever they are held for. */
export async function heldPlaces(
  tx: Read,
  officeId: number,
  draw: number,
  date: Temporal.PlainDate,
): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ hold: string }>`
    select hold from draw_place as place join appointment as visit on visit.office_id = place.office_id and visit.id = hold
    where place.office_id = ${officeId} and draw = ${draw} and date = ${date} and status = 'held'`;
  return new Set(rows.map(({ hold }) => hold));
}

type NewPlace = Pick<PlaceRow, "queue" | "startsAt" | "endsAt" | "date" | "part" | "hold">;

export async function insertPlaces(tx: Tx, officeId: number, draw: number, places: readonly NewPlace[]): Promise<void> {
  await tx.sql`
    insert into draw_place (office_id, draw, queue, starts_at, ends_at, date, part, hold)
    select ${officeId}::integer, ${draw}::integer, queue, "startsAt", "endsAt", date, part, hold
    from json_to_recordset(${JSON.stringify(places)}::json)
      as given (queue smallint, "startsAt" timestamptz, "endsAt" timestamptz, date date, part smallint, hold uuid)`;
}

export async function deletePlaces(tx: Tx, officeId: number, draw: number, holds: readonly string[]): Promise<void> {
  await tx.sql`
    delete from draw_place where office_id = ${officeId} and draw = ${draw} and hold = any (${holds}::uuid[])`;
}

/** Where each stands among those of its day and part, and which adjoin one another. */
export async function numberPlaces(
  tx: Tx,
  officeId: number,
  draw: number,
  places: readonly { readonly hold: string; readonly at: number; readonly run: number }[],
): Promise<void> {
  await tx.sql`
    update draw_place set at = given.at, run = given.run
    from json_to_recordset(${JSON.stringify(places)}::json) as given (hold uuid, at smallint, run smallint)
    where office_id = ${officeId} and draw = ${draw} and draw_place.hold = given.hold`;
}

interface Cell {
  readonly draw: number;
  readonly date: Temporal.PlainDate;
  readonly part: number;
  readonly at: number;
  /** How many of them, from `at` on */
  readonly units: number;
}

/** Places of one cell, with their state and what holds them from now on. */
export async function writeCell(
  tx: Tx,
  officeId: number,
  { draw, date, part, at, units }: Cell,
  { state, hold }: { readonly state: PlaceRow["state"]; readonly hold: string },
): Promise<void> {
  await tx.sql`
    update draw_place set state = ${state}, hold = ${hold}
    where office_id = ${officeId} and draw = ${draw} and date = ${date} and part = ${part}
      and at >= ${at} and at < ${at + units}`;
}

/** One place, by when it is. */
export async function writePlace(
  tx: Tx,
  officeId: number,
  { draw, queue, startsAt }: Pick<PlaceRow, "queue" | "startsAt"> & { readonly draw: number },
  { state, hold }: Pick<PlaceRow, "state" | "hold">,
): Promise<void> {
  await tx.sql`
    update draw_place set state = ${state}, hold = ${hold}
    where office_id = ${officeId} and draw = ${draw} and queue = ${queue} and starts_at = ${startsAt}`;
}

/** A day and part of an office in which a draw has places. */
export interface DrawCellRow {
  readonly office: number;
  readonly code: string;
  readonly date: Temporal.PlainDate;
  readonly part: number;
  readonly places: number;
}

export const cellsOfDraw = (tx: AcrossOffices, draw: number): Promise<DrawCellRow[]> =>
  tx.sql<DrawCellRow>`select office, code, date, part, places from cells_of_draw(${draw})`;

/** A place by when it is. */
export interface PlaceAt extends Pick<PlaceRow, "queue" | "startsAt"> {
  readonly office: number;
}

/** Whose rows hold them no more, as where an office closed a day. */
export const closedPlaces = (tx: AcrossOffices, draw: number): Promise<PlaceAt[]> =>
  tx.sql<PlaceAt>`select office, queue, starts_at as "startsAt" from closed_places_of_draw(${draw})`;
