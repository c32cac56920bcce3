import { haveSameServices } from "../../appointments/field/visit-services.ts";
import { moveWishRow } from "../../appointments/online/wish-row.ts";
import { type CitizensLink, makeLinks, waitForLink } from "../../identity/citizens/links.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { acrossOffices } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { domainKey } from "../confirm/mail-domain.ts";
import { personKeys } from "../confirm/person-keys.ts";
import { hasCome, insertPerson, lockPerson } from "../confirm/person-sql.ts";
import { linkOver } from "../visit/opened.ts";
import { endFreeWish } from "./end.ts";
import type { FreeWish } from "./free-wish.ts";
import {
  confirmFreeWish,
  type StoredWish,
  storedWish,
  updateFreeWish,
  type WishAt,
  wishesOfPerson,
} from "./notify-sql.ts";

const MOST_OF_PERSON = 2;
/** From which nobody has come yet */
const MOST_OF_DOMAIN = 6;

/** The wish of a letter's link. @throws Refusal 404 once it has ended */
export async function wishOfLink(tx: Read, link: CitizensLink): Promise<StoredWish> {
  const wish = link.kind === "wish" ? await storedWish(tx, link.office.id, link.appointmentId) : null;
  if (!wish || !link.isAddressedTo(wish.email)) throw linkOver();
  return wish;
}

/**
 * From then on it counts. One that they have for the same in the same office takes its days, and keeps its place in the order.
 * @returns the token of the link to that other one; null: this one stands
 * @throws Refusal 404; 409 `too-many-wishes`, `wish-domain-full`
 */
export async function confirmWish(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<string | null> {
  await waitForLink(tx, link);
  const wish = await wishOfLink(tx, link);
  if (wish.isConfirmed) return null;
  const { office } = link;
  const [keys, domain] = [personKeys({ email: wish.email, identity: null, phone: null }), await newDomainOf(tx, wish)];
  const marks = domain ? [...keys, domain].sort(Buffer.compare) : keys;
  await lockPerson(tx, marks);
  const own = await wishesOfPerson(acrossOffices(tx), keys, null);
  const other = await sameAmong(tx, office.id, own, wish);
  if (other) return changeInstead(tx, link, { other, wish }, now);
  if (own.length >= MOST_OF_PERSON) throw new Refusal(409, "too-many-wishes", { values: { count: MOST_OF_PERSON } });
  if (domain && (await wishesOfPerson(acrossOffices(tx), [domain], null)).length >= MOST_OF_DOMAIN)
    throw new Refusal(409, "wish-domain-full");
  await confirmFreeWish(tx, office.id, wish.id, now);
  await insertPerson(tx, office.id, wish.id, { keys: marks, isIdentified: false, domain: null });
  return null;
}

/** Of one's own, of which nobody has come yet: as many mailboxes as one likes. Null: it says nothing. */
async function newDomainOf(tx: Read, { email }: StoredWish): Promise<Buffer | null> {
  const domain = domainKey(email);
  return domain && !(await hasCome(acrossOffices(tx), domain)) ? domain : null;
}

/** What they wish for already, in this office; null: nothing of the kind. */
async function sameAmong(tx: Read, officeId: number, own: readonly WishAt[], wish: StoredWish) {
  for (const { office, id } of own) {
    const other = office === officeId ? await storedWish(tx, officeId, id) : null;
    if (other && haveSameServices(other.service, wish.service)) return other;
  }
  return null;
}

interface Doubled {
  readonly other: StoredWish;
  readonly wish: StoredWish;
}

async function changeInstead(tx: Tx, { office }: CitizensLink, { other, wish }: Doubled, now: Temporal.Instant) {
  await changeWish(tx, office.id, other.id, wish);
  const [token] = await makeLinks(tx, office.id, [{ appointment: other.id, kind: "wish", email: other.email }], now);
  await endFreeWish(tx, office.id, wish.id, now);
  return token as string;
}

/** Its place in the order stays. */
export async function changeWish(tx: Tx, officeId: number, id: string, wish: FreeWish): Promise<void> {
  await updateFreeWish(tx, officeId, id, wish);
  await moveWishRow(tx, officeId, id, wish.last);
}
