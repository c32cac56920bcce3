import { createHash } from "node:crypto";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { insertDomainMark } from "./person-sql.ts";
import type { DrawWishRow } from "./wish-sql.ts";

/** Of wishes by mailboxes of one domain from which nobody has come yet: whoever owns it has as many mailboxes as they like */
const MOST_OF_DOMAIN = 6;

/**
 * Each wish of such a domain takes one of its marks in the draw; with the wish it is free again.
 * @throws Refusal 409 `wish-domain-full`
 */
export async function takeShareOfDomain(
  tx: Tx,
  { draw, number }: Pick<DrawWishRow, "draw" | "number">,
  domain: Buffer,
): Promise<void> {
  for (let place = 1; place <= MOST_OF_DOMAIN; place++) {
    const key = createHash("sha256").update(domain).update(`draw ${place}`).digest();
    if (await insertDomainMark(tx, draw, number, key)) return;
  }
  throw new Refusal(409, "wish-domain-full");
}
