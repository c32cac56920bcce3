import { type Part, part, type Read, type Tx } from "../../platform/database/sql.ts";
import type { DayPart, IdentityKind } from "../rule/draw-record.ts";

/** SQL of wishes. Who a wish is of stands in its row of `appointment` alone. */

export interface DrawWishRow {
  readonly draw: number;
  readonly number: string;
  /** Whose row of `appointment` stands for it, and which */
  readonly office: number;
  readonly visit: string;
  readonly kind: IdentityKind;
  readonly units: number;
  readonly dayParts: readonly DayPart[];
  /** By their ids, the best first */
  readonly offices: readonly number[];
  readonly first: "day" | "office";
  readonly others: boolean;
  readonly salt: string;
  readonly madeAt: Temporal.Instant;
  /** Until then it counts for nothing */
  readonly isConfirmed: boolean;
  /** In the drawn order, from 1 on; null: before the draw */
  readonly place: number | null;
  /** The last letter about its fate */
  readonly told: "drawn" | "not-drawn" | null;
}

const WISH: Part = part`draw, number, office, visit, kind, units, day_parts as "dayParts", offices, first, others, salt,
  made_at as "madeAt", is_confirmed as "isConfirmed", place, told`;

export async function drawWishOfVisit(tx: Read, office: number, visit: string): Promise<DrawWishRow | null> {
  const rows = await tx.sql<DrawWishRow>`select ${WISH} from draw_wish where office = ${office} and visit = ${visit}`;
  return rows[0] ?? null;
}

/** Those that stand under any of these rows. */
export const wishesOfVisits = (tx: Read, office: number, visits: readonly string[]): Promise<DrawWishRow[]> =>
  tx.sql<DrawWishRow>`select ${WISH} from draw_wish where office = ${office} and visit = any (${visits}::uuid[])`;

/** The same of one, and nobody else changes it until the transaction ends. */
export async function lockedDrawWish(tx: Tx, office: number, visit: string): Promise<DrawWishRow | null> {
  const rows = await tx.sql<DrawWishRow>`
    select ${WISH} from draw_wish where office = ${office} and visit = ${visit} for update`;
  return rows[0] ?? null;
}

export async function wishOfNumber(tx: Read, draw: number, number: string): Promise<DrawWishRow | null> {
  const rows = await tx.sql<DrawWishRow>`select ${WISH} from draw_wish where draw = ${draw} and number = ${number}`;
  return rows[0] ?? null;
}

/** Those that count, by their numbers. */
export const wishesOfDraw = (tx: Read, draw: number): Promise<DrawWishRow[]> =>
  tx.sql<DrawWishRow>`select ${WISH} from draw_wish where draw = ${draw} and is_confirmed order by number`;

/** False: another wish has that number. */
export async function insertWish(tx: Tx, wish: Omit<DrawWishRow, "place" | "told">): Promise<boolean> {
  const rows = await tx.sql`
    insert into draw_wish (draw, number, office, visit, kind, units, day_parts, offices, first, others, salt, made_at, is_confirmed)
    values (${wish.draw}, ${wish.number}, ${wish.office}, ${wish.visit}, ${wish.kind}, ${wish.units},
      ${JSON.stringify(wish.dayParts)}::jsonb, ${wish.offices}::integer[], ${wish.first}, ${wish.others}, ${wish.salt},
      ${wish.madeAt}, ${wish.isConfirmed})
    on conflict (draw, number) do nothing returning true`;
  return rows.length === 1;
}

export type WishChoice = Pick<DrawWishRow, "dayParts" | "offices" | "first" | "others">;

/** With a salt of its own, so that the fingerprint before tells nothing of this one. */
export async function updateChoice(
  tx: Tx,
  { draw, number }: Pick<DrawWishRow, "draw" | "number">,
  { dayParts, offices, first, others, salt }: WishChoice & Pick<DrawWishRow, "salt">,
): Promise<void> {
  await tx.sql`
    update draw_wish set day_parts = ${JSON.stringify(dayParts)}::jsonb, offices = ${offices}::integer[], first = ${first},
      others = ${others}, salt = ${salt}
    where draw = ${draw} and number = ${number}`;
}

export async function confirmWishRow(tx: Tx, { draw, number }: Pick<DrawWishRow, "draw" | "number">): Promise<void> {
  await tx.sql`update draw_wish set is_confirmed = true where draw = ${draw} and number = ${number}`;
}

/** With the marks of its person: it is as if it had never been. */
export async function deleteWishRow(tx: Tx, { draw, number }: Pick<DrawWishRow, "draw" | "number">): Promise<void> {
  await tx.sql`delete from draw_wish where draw = ${draw} and number = ${number}`;
}

/** Where each stands in the drawn order. */
export async function writeOrder(tx: Tx, draw: number, numbers: readonly string[]): Promise<void> {
  await tx.sql`
    update draw_wish set place = given.place
    from unnest(${numbers}::text[]) with ordinality as given (number, place)
    where draw = ${draw} and draw_wish.number = given.number`;
}

/** They were told nothing yet, or of a place that can't be had any more. */
const IS_UNTOLD: Part = part`is_confirmed and (told is null or told = 'drawn' and (
  select answer from draw_result as result where result.draw = draw_wish.draw and wish = draw_wish.number
  order by turn desc limit 1) = 'lost')`;

/** Of one office. */
export const untoldOf = (tx: Read, draw: number, office: number): Promise<DrawWishRow[]> =>
  tx.sql<DrawWishRow>`
    select ${WISH} from draw_wish where draw = ${draw} and office = ${office} and ${IS_UNTOLD} order by place`;

export async function officesOfUntold(tx: Read, draw: number): Promise<number[]> {
  const rows = await tx.sql<{ office: number }>`
    select distinct office from draw_wish where draw = ${draw} and ${IS_UNTOLD} order by office`;
  return rows.map(({ office }) => office);
}

export async function noteLetter(
  tx: Tx,
  draw: number,
  numbers: readonly string[],
  told: "drawn" | "not-drawn",
): Promise<void> {
  await tx.sql`update draw_wish set told = ${told} where draw = ${draw} and number = any (${numbers}::text[])`;
}

/** Those that nobody confirmed: they were never in the draw. */
export const unconfirmedOf = (tx: Read, draw: number): Promise<DrawWishRow[]> =>
  tx.sql<DrawWishRow>`select ${WISH} from draw_wish where draw = ${draw} and not is_confirmed order by office, number`;

/** All of a draw, whose persons are to be forgotten. */
export const visitsOfWishes = (tx: Read, draw: number): Promise<Pick<DrawWishRow, "office" | "visit">[]> =>
  tx.sql<
    Pick<DrawWishRow, "office" | "visit">
  >`select office, visit from draw_wish where draw = ${draw} order by office, visit`;

/** Of whom it is; null: a clerk wrote it down, and calls them. In the scope of its office. */
export async function emailOfWish(tx: Read, office: number, visit: string): Promise<string | null> {
  const rows = await tx.sql<{ email: string | null }>`
    select email from appointment where office_id = ${office} and id = ${visit}`;
  return rows[0]?.email ?? null;
}

/** The same of many. */
export const emailsOfWishes = (
  tx: Read,
  office: number,
  visits: readonly string[],
): Promise<{ readonly visit: string; readonly email: string }[]> =>
  tx.sql`
    select id as visit, email from appointment
    where office_id = ${office} and id = any (${visits}::uuid[]) and email is not null`;
