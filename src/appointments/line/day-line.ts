import type { Read } from "../../platform/database/sql.ts";
import { type LineCall, lineCallsOn, visitNumbersOn } from "./line-sql.ts";

/** For other modules: the calls of a day that stand, the latest first. */
export const callsOfDay = (
  tx: Read,
  officeId: number,
  date: Temporal.PlainDate,
): Promise<readonly Omit<LineCall, "date">[]> => lineCallsOn(tx, officeId, date);

/** For other modules: by which number those are called who came with an appointment. */
export const numbersOfDay = async (tx: Read, officeId: number, date: Temporal.PlainDate) =>
  (await visitNumbersOn(tx, officeId, date)).map(({ appointment, number }) => ({
    appointment,
    letter: VISIT_LETTER,
    number,
  }));

/** Of the numbers of appointments; those of tickets have other letters. */
export const VISIT_LETTER = "Β";
