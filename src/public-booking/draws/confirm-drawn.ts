import { visitText } from "../../appointments/field/visit-services.ts";
import { confirmHeld, requireHeldPlace } from "../../appointments/online/confirm-held.ts";
import type { ConfirmDrawn } from "../../draws/answers/come.ts";
import { requireWithinLimit } from "../confirm/limit.ts";
import { insertPerson, lockPerson } from "../confirm/person-sql.ts";
import { endWishesOfBooked } from "../notify/end.ts";
import { termsIfOpen } from "../opened-office.ts";

/**
 * A visit that was drawn is one like any other: as many as the office lets one person have, and where it is still open.
 * @throws Refusal 409 `office-not-public`, `slot-not-offered`, or as `requireWithinLimit`
 */
export const confirmDrawn =
  (now: Temporal.Instant): ConfirmDrawn =>
  async (tx, office, held, { visitor, marks, owner }) => {
    const keys = marks.map(({ key }) => key).sort(Buffer.compare);
    const terms = await termsIfOpen(tx, office);
    await requireHeldPlace(tx, office, held);
    await lockPerson(tx, keys);
    const isIdentified = owner !== null;
    await requireWithinLimit(tx, { keys, isIdentified, visitor, limit: terms.limit, now });
    await confirmHeld(tx, office, held, { visitor, owner, now });
    await insertPerson(tx, office.id, held.id, { keys, isIdentified, domain: null });
    await endWishesOfBooked(tx, office, { keys, hold: held.id, service: visitText(held) }, now);
  };
