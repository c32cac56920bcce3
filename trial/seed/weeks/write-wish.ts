import { randomUUIDv7 } from "node:crypto";
import { insertWishRow } from "../../../src/appointments/online/wish-row.ts";
import { openOffice } from "../../../src/identity/citizens/citizens-office.ts";
import type { Tx } from "../../../src/platform/database/sql.ts";
import { dateOf } from "../../../src/platform/time.ts";
import { ANY_TIME } from "../../../src/public-booking/earlier/wish.ts";
import { confirmFreeWish, insertFreeWish } from "../../../src/public-booking/notify/notify-sql.ts";

const DAYS = 20;

/** Somebody without an appointment would come as soon as a place becomes free, and has said so by the link of a letter. */
export async function writeFreeWish(tx: Tx, code: string, now: Temporal.Instant): Promise<void> {
  const office = await openOffice(tx, code);
  const id = randomUUIDv7();
  const first = dateOf(now);
  const wish = { ...ANY_TIME, offices: [office.id], first, last: first.add({ days: DAYS }), now };
  const row = { id, service: "family-status", language: "el", email: "anemoni41@example.gr" } as const;
  await insertWishRow(tx, office, { ...row, ...wish });
  await insertFreeWish(tx, office.id, id, wish);
  await confirmFreeWish(tx, office.id, id, now);
}
