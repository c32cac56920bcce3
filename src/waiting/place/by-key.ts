import type { AcrossOffices, Read } from "../../platform/database/sql.ts";
import { placeOfKey, ticketOfLineKey, visitOfLineKey } from "./line-key-sql.ts";

/** For other modules: whose place a key opens, in whichever office; null: there is none of that day, or no more. */
export async function placeByKey(
  tx: AcrossOffices,
  hash: Buffer,
  today: Temporal.PlainDate,
): Promise<{ readonly office: number; readonly visit: string } | null> {
  const place = await placeOfKey(tx, hash);
  return place?.date === today.toString() ? { office: place.office, visit: place.visit } : null;
}

/** The same within an office. */
export const visitByKey = (
  tx: Read,
  officeId: number,
  hash: Buffer,
  today: Temporal.PlainDate,
): Promise<string | null> => visitOfLineKey(tx, officeId, { hash, date: today });

/** The same where it is a number that was taken at the entrance. */
export const ticketByKey = (
  tx: Read,
  officeId: number,
  hash: Buffer,
  today: Temporal.PlainDate,
): ReturnType<typeof ticketOfLineKey> => ticketOfLineKey(tx, officeId, { hash, date: today });
