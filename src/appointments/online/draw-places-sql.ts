import type { Read, Tx } from "../../platform/database/sql.ts";
import type { AppointmentRow } from "../sql.ts";

/** SQL of visits that were drawn, and of the places that their draws gave them. */

export interface DrawnHold {
  readonly draw: number;
  readonly wish: string;
  readonly turn: number;
  /** Of the visit */
  readonly hold: string;
}

/** Of these visits, those that were drawn and are awaited, in the drawn order. */
export const drawnHolds = (tx: Tx, officeId: number, visits: readonly string[]): Promise<DrawnHold[]> =>
  tx.sql<DrawnHold>`
    select draw, wish, turn, hold from draw_result
    where office = ${officeId} and hold = any (${visits}::uuid[]) and answer = 'coming'
    order by draw, (select place from draw_wish where draw_wish.draw = draw_result.draw and number = wish)`;

/** Of these visits, those that have a place by need. */
export const visitsByNeed = (
  tx: Tx,
  officeId: number,
  visits: readonly string[],
): Promise<Pick<DrawnHold, "draw" | "hold">[]> =>
  tx.sql<Pick<DrawnHold, "draw" | "hold">>`
    select draw, hold from draw_place
    where office_id = ${officeId} and hold = any (${visits}::uuid[]) and state = 'need' order by draw, starts_at`;

/** What happens to it comes in an order from then on. @returns its state, as `draw` has it */
export async function lockDraw(tx: Tx, draw: number): Promise<string | undefined> {
  const rows = await tx.sql<{ state: string }>`select state from draw where number = ${draw} for update`;
  return rows[0]?.state;
}

/** Whether a draw has a place there, for whoever it goes to. */
export async function isHeldForDraw(
  tx: Read,
  officeId: number,
  { queue, starts_at, ends_at }: Pick<AppointmentRow, "queue" | "starts_at" | "ends_at">,
): Promise<boolean> {
  const rows = await tx.sql`
    select from draw_place as place join appointment as visit on visit.office_id = place.office_id and visit.id = hold
    where place.office_id = ${officeId} and place.queue = ${queue} and place.starts_at < ${ends_at} and place.ends_at > ${starts_at}
      and state in ('free', 'given') and status = 'held'
    limit 1`;
  return rows.length > 0;
}

export interface HeldDrawPlace {
  readonly draw: number;
  readonly queue: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly service: string;
}

/** In the order of their times. */
export const placesOfHold = (tx: Tx, officeId: number, hold: string): Promise<HeldDrawPlace[]> =>
  tx.sql<HeldDrawPlace>`
    select draw, queue, starts_at as "startsAt", ends_at as "endsAt", service
    from draw_place join draw on draw.number = draw
    where office_id = ${officeId} and hold = ${hold} order by starts_at`;

/** What a place of a draw is from now on, and which row holds it. */
export async function writeDrawPlace(
  tx: Tx,
  officeId: number,
  { draw, queue, startsAt }: Pick<HeldDrawPlace, "draw" | "queue" | "startsAt">,
  { state, hold }: { readonly state: "free" | "closed"; readonly hold: string },
): Promise<void> {
  await tx.sql`
    update draw_place set state = ${state}, hold = ${hold}
    where office_id = ${officeId} and draw = ${draw} and queue = ${queue} and starts_at = ${startsAt}`;
}

/** The draw has it no more. */
export async function deleteDrawPlace(
  tx: Tx,
  officeId: number,
  { draw, queue, startsAt }: Pick<HeldDrawPlace, "draw" | "queue" | "startsAt">,
): Promise<void> {
  await tx.sql`
    delete from draw_place
    where office_id = ${officeId} and draw = ${draw} and queue = ${queue} and starts_at = ${startsAt}`;
}

/** What became of a visit that was drawn, and the events of its draw that follow from it. */
export async function noteDrawnGone(
  tx: Tx,
  { draw, wish, turn }: DrawnHold,
  { answer, events }: { readonly answer: "left" | "lost"; readonly events: readonly ("left" | "lost")[] },
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    with answered as (
      update draw_result set answer = ${answer}, answered_at = ${at}
      where draw = ${draw} and wish = ${wish} and turn = ${turn} returning true
    )
    insert into draw_event (draw, number, what, wish, happened_at)
    select ${draw}::integer, coalesce((select max(number) from draw_event where draw = ${draw}), 0) + place, what, ${wish}::text,
      ${at}::timestamptz
    from unnest(${events}::text[]) with ordinality as given (what, place), answered`;
}
