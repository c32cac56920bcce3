import { citizenOf } from "../../appointments/field/columns.ts";
import { type Hold, lockedHold, type Visitor } from "../../appointments/online/confirm-held.ts";
import { giveBack } from "../../appointments/online/give-back.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import { type ExistingAppointment, existingAppointment } from "../../appointments/row/existing.ts";
import { type CitizensOffice, officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import { announceJob } from "../../live/announce.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { lockedDraw } from "../draw-sql.ts";
import { writeCell } from "../places/places-sql.ts";
import { insertEvent } from "../run/events-sql.ts";
import { lockedResult, type ResultRow, resultOf, writeAnswer } from "../run/results-sql.ts";
import type { DrawWishAt } from "../wishes/change-wish.ts";
import { marksOfWish, ownerOfWish, type PersonMark, type WishOwner } from "../wishes/person-sql.ts";
import { type DrawWishRow, drawWishOfVisit } from "../wishes/wish-sql.ts";

/** What makes a visit of the place that is held for whoever was drawn, by the rules of all visits. In the scope of its office. */
export type ConfirmDrawn = (
  tx: Tx,
  office: CitizensOffice,
  held: ExistingAppointment,
  person: {
    readonly visitor: Visitor;
    readonly marks: readonly PersonMark[];
    /** Whoever signed in; null: they are known otherwise */
    readonly owner: WishOwner | null;
  },
) => Promise<void>;

/** The visit that it is from then on. */
export interface DrawnVisit {
  readonly office: number;
  readonly appointment: string;
  readonly email: string | null;
}

/**
 * Whoever was drawn says that they come. Pressed twice, once. In the scope of the wish's office, and back again.
 * @throws Refusal 404 `draw-wish-over`; 409 `draw-place-over` where they have no place any more, or what the rules of visits say
 */
export async function comeToDrawn(
  tx: Tx,
  at: DrawWishAt,
  confirm: ConfirmDrawn,
  now: Temporal.Instant,
): Promise<DrawnVisit> {
  const { wish, result } = await resultAt(tx, at);
  const row = await existingAppointment(tx, await officeOfCitizen(tx, at.office), at.visit);
  // Whoever had their data erased is nobody who could come.
  if (row.anonymized_at !== null) throw new Refusal(404, "draw-wish-over");
  const visitor = citizenOf(row);
  const [marks, owner] = await Promise.all([
    marksOfWish(tx, wish.draw, wish.number),
    ownerOfWish(tx, wish.draw, wish.number),
  ]);
  await tx.switchTenant({ office: result.office });
  const office = await officeOfCitizen(tx, result.office);
  await lockDays(tx, result.office, result.date);
  const locked = await lockedResult(tx, wish.draw, wish.number);
  if (locked?.turn !== result.turn) throw placeOver();
  if (locked.answer !== "coming") {
    if (locked.answer !== null || Temporal.Instant.compare(now, locked.until) >= 0) throw placeOver();
    const held = await lockedHold(tx, office, await holdOf(tx, office, locked));
    await confirm(tx, office, held, { visitor, marks, owner });
    await writeAnswer(tx, locked, { from: null, to: "coming", now });
  }
  await tx.switchTenant({ office: at.office });
  return { office: result.office, appointment: result.hold, email: visitor.email };
}

const placeOver = (): Refusal => new Refusal(409, "draw-place-over");

/** @throws Refusal as above */
async function resultAt(
  tx: Tx,
  { office, visit }: DrawWishAt,
): Promise<{ readonly wish: DrawWishRow; readonly result: ResultRow }> {
  const wish = await drawWishOfVisit(tx, office, visit);
  if (!wish) throw new Refusal(404, "draw-wish-over");
  const result = await resultOf(tx, wish.draw, wish.number);
  if (!result) throw placeOver();
  return { wish, result };
}

async function holdOf(tx: Tx, office: CitizensOffice, { hold }: ResultRow): Promise<Hold> {
  const { starts_at } = await existingAppointment(tx, office, hold);
  return { id: hold, startsAt: starts_at };
}

/**
 * The place that they were given can't be had any more, as was found when they said that they come: they wait again, in their old
 * place of the order. In the scope of the wish's office, and back again.
 */
export async function loseDrawn(tx: Tx, at: DrawWishAt, now: Temporal.Instant): Promise<void> {
  const { wish, result } = await resultAt(tx, at);
  const { draw, office, date, part, at: first, hold } = result;
  await tx.switchTenant({ office });
  await lockDays(tx, office, date);
  await lockedDraw(tx, draw);
  if (await writeAnswer(tx, result, { from: null, to: "lost", now })) {
    await giveBack(tx, office, [hold], now);
    await writeCell(tx, office, { draw, date, part, at: first, units: wish.units }, { state: "closed", hold });
    await insertEvent(tx, draw, { what: "lost", wish: wish.number }, now);
    announceJob(tx, "draws");
  }
  await tx.switchTenant({ office: at.office });
}
