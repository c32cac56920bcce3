import { randomUUIDv7 } from "node:crypto";
import type { Tx } from "../../../src/platform/database/sql.ts";
import type { StaffedPlan } from "../furnish.ts";
import type { ExceptionPlan } from "../office-plan.ts";
import { writeExceptions } from "../seed-sql.ts";
import { writeSeats, writeSignLanguage } from "./weeks-sql.ts";
import { firstPastDay, type PastWeeks, writeWeeks } from "./write-weeks.ts";
import { writeFreeWish } from "./write-wish.ts";

/** What the four offices have behind them: closed weeks, a day on which a queue did not serve, and what their heads said since. */
export async function writePast(tx: Tx, office: number, work: StaffedPlan, wish: PastWeeks): Promise<void> {
  const { code, hasAppointments } = work.plan;
  if (!hasAppointments) return;
  const seats = SEATS[code];
  if (seats !== undefined) await writeSeats(tx, office, seats);
  if (code === INTERPRETERS) await writeSignLanguage(tx, office);
  if (code === TRAINED) {
    const written = { at: wish.now.subtract({ hours: 24 * 60 }), by: work.hands.staff[0] ?? null, ids: randomUUIDv7 };
    await writeExceptions(tx, office, [trainingOf(wish)], written);
  }
  await writeWeeks(tx, office, work, wish);
  if (code === WISHED) await writeFreeWish(tx, code, wish.now);
}

const SEATS: Readonly<Record<string, number>> = { "9901": 6, "9902": 8 };
/** Where somebody who interprets Greek Sign Language can be there */
const INTERPRETERS = "9902";
/** Where somebody waits for a place that becomes free: citizens book there */
const WISHED = "9901";
const TRAINED = "9901";

/** A Monday in the second half of the weeks. */
const trainingOf = (wish: PastWeeks): ExceptionPlan => ({
  queue: 3,
  date: firstPastDay(wish).add({ weeks: Math.floor(wish.weeks / 2) + 1 }),
  from: "00:00",
  to: "24:00",
  reason: "Εκπαίδευση",
});
