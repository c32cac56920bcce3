import { randomUUIDv7 } from "node:crypto";
import { insertWishRow } from "../../appointments/online/wish-row.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { planWishLink } from "../../outbox/plan-link.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { termsIfOpen } from "../opened-office.ts";
import type { FreeWish } from "./free-wish.ts";
import { insertFreeWish } from "./notify-sql.ts";

export interface NewWish extends FreeWish {
  readonly service: string;
  readonly language: CitizensLanguage;
  /** As it will be stored */
  readonly email: string;
}

/**
 * Stores a wish that counts once the owner of the mailbox has said so, and plans the letter that asks them.
 * @throws Refusal 409 `office-not-public`; 422 where so many letters went to that mailbox lately
 */
export async function askForWish(tx: Tx, office: CitizensOffice, wish: NewWish, now: Temporal.Instant): Promise<void> {
  await termsIfOpen(tx, office);
  const id = randomUUIDv7();
  const { email, last } = wish;
  await insertWishRow(tx, office, { ...wish, id, now });
  await insertFreeWish(tx, office.id, id, { ...wish, now });
  const place = { date: last.toString(), time: "", queue: 0 };
  if (await planWishLink(tx, office.id, { appointment: id, email, place }, now)) return;
  throw new Refusal(422, "fields-invalid", { errors: [{ field: "email", code: "letters-enough" }] });
}
