import { drawStanding } from "./allot.ts";
import type { DrawRecord, WithheldRecord } from "./draw-record.ts";
import { hashesOf } from "./hashes.ts";
import { wishesInOrder } from "./wishes-in-order.ts";

/** What of a draw tells nothing of its wishes but that nobody changed them, where they stand and who has a place. Browser-safe. */
export async function withoutWishes(record: DrawRecord): Promise<WithheldRecord> {
  const { rule, draw, secretSeal, secret, listSeal, auditHead, seed, wishes, order, events } = record;
  const { held } = drawStanding(wishesInOrder(wishes, order), record, events);
  return {
    rule,
    draw,
    secretSeal,
    secret,
    listSeal,
    auditHead,
    seed,
    // By their numbers: the order in which they came, or got their places, would tell of them.
    hashes: (await hashesOf(draw, wishes)).sort(),
    order,
    held: [...held.keys()].sort(),
  };
}
