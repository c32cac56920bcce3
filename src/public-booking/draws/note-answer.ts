import { record } from "../../audit/record.ts";
import { comeToDrawn, loseDrawn } from "../../draws/answers/come.ts";
import type { DrawWishAt } from "../../draws/wishes/change-wish.ts";
import { leaveDraw } from "../../draws/wishes/leave-wish.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { confirmDrawn } from "./confirm-drawn.ts";

/** By these whoever was drawn learns that the place itself can't be had any more, and not that they may not have it. */
const LOST = ["slot-not-offered", "office-not-public", "hold-over"];

interface Answer {
  readonly draw: number;
  readonly wish: string;
  readonly at: DrawWishAt;
  readonly answer: "coming" | "left";
}

/** What somebody said when they were called. @throws Refusal as `comeToDrawn` and `leaveDraw` */
export async function noteAnswer(
  db: Pick<Database, "write">,
  office: OperableOffice,
  { draw, wish, at, answer }: Answer,
  now: Temporal.Instant,
): Promise<void> {
  try {
    await db.write({ office: office.id }, async (tx) => {
      if (answer === "coming") await comeToDrawn(tx, at, confirmDrawn(now), now);
      else await leaveDraw(tx, at, now);
      const details = { draw, wish, answer };
      await record(tx, office, { act: "draw-answer-noted", details, appointments: [at.visit] }, now);
    });
  } catch (error) {
    if (error instanceof Refusal && LOST.includes(error.code))
      await db.write({ office: office.id }, (tx) => loseDrawn(tx, at, now));
    throw error;
  }
}
