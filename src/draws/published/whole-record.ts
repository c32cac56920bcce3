import type { Database } from "../../platform/database/transaction.ts";
import { type DrawRow, drawSecret } from "../draw-sql.ts";
import type { DrawRecord } from "../rule/draw-record.ts";
import type { Course } from "../run/course.ts";

/** All that its result follows from, however few wishes it has. @throws Error for a draw that has no order yet */
export async function wholeRecord(
  { nation }: Pick<Database, "nation">,
  draw: DrawRow,
  { wishes, terms, events, passed, course }: Course,
): Promise<DrawRecord> {
  const { number, secretSeal, listSeal, auditHead, seed } = draw;
  if (secretSeal === null || listSeal === null || auditHead === null || seed === null)
    throw new Error(`Draw ${number} has no order yet.`);
  return {
    rule: "1.0",
    draw: number,
    secretSeal,
    secret: await drawSecret(nation, number),
    listSeal,
    auditHead,
    seed,
    ...terms,
    // In the order of their numbers: it tells nothing of when they came.
    wishes: [...wishes].sort((a, b) => (a.number < b.number ? -1 : 1)),
    order: wishes.map((wish) => wish.number),
    allotments: course.allotments,
    events,
    passed,
  };
}
