import { haveSameServices } from "../../appointments/field/visit-services.ts";
import { forgetWishRow } from "../../appointments/online/wish-row.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { endLinks } from "../../identity/citizens/links.ts";
import { forgetWishLetters } from "../../outbox/plan-link.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { acrossOffices } from "../../platform/database/sql.ts";
import { deleteWish, lockWisher, openOffer, settleOffer } from "../earlier/earlier-sql.ts";
import { giveUp } from "../earlier/give-up.ts";
import { deletePerson, storedWish, wishesOfPerson } from "./notify-sql.ts";

/** Nothing of it tells from then on whose it was, and what is held for them goes to the next one. In the scope of its office. */
export async function endFreeWish(tx: Tx, officeId: number, id: string, now: Temporal.Instant): Promise<void> {
  await lockWisher(tx, { visit: id });
  const offer = await openOffer(tx, officeId, id);
  if (offer && (await settleOffer(tx, officeId, offer.hold, { outcome: "refused", now }))) {
    await tx.switchTenant({ office: offer.office });
    await giveUp(tx, [offer], now);
    await tx.switchTenant({ office: officeId });
  }
  await deleteWish(tx, officeId, id);
  await forgetWishRow(tx, officeId, id);
  await forgetWishLetters(tx, officeId, id);
  await deletePerson(tx, officeId, id);
  await endLinks(tx, officeId, id);
}

interface Booked {
  readonly keys: readonly Buffer[];
  /** The row that held the place, and all that is done there */
  readonly hold: string;
  readonly service: string;
}

/** Whoever has booked wishes for it no more: with the place that was offered, or with any other for the same. */
export async function endWishesOfBooked(
  tx: Tx,
  { id: office }: CitizensOffice,
  { keys, hold, service }: Booked,
  now: Temporal.Instant,
): Promise<void> {
  for (const { office: there, id, isOfPlace } of await wishesOfPerson(acrossOffices(tx), keys, { office, hold })) {
    await tx.switchTenant({ office: there });
    const wish = await storedWish(tx, there, id);
    if (wish && (isOfPlace || haveSameServices(wish.service, service))) await endFreeWish(tx, there, id, now);
    await tx.switchTenant({ office });
  }
}
