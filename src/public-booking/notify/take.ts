import { lockedHold, requireHeldPlace } from "../../appointments/online/confirm-held.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import { type CitizensOffice, officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import { type CitizensLink, waitForLink } from "../../identity/citizens/links.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { personKeys } from "../confirm/person-keys.ts";
import { answeredOffer, type OfferedPlace, openOffer, settleOffer } from "../earlier/earlier-sql.ts";
import { giveUp } from "../earlier/give-up.ts";
import { deleteForm, type FormRow, lockedFormOfAppointment, writeForm } from "../form/form-sql.ts";
import { HOLD_MINUTES, isHeld } from "../hold/hold.ts";
import { termsIfOpen } from "../opened-office.ts";
import type { StoredWish } from "./notify-sql.ts";
import { wishOfLink } from "./stand.ts";

/**
 * A place that was offered is held for a form of this browser from then on, which goes on like any other: who comes, how it is
 * shown who asks, the person's limit. The wish stands until that is confirmed. Pressed again, the form is the one's who pressed last.
 * @returns the browser's key
 * @throws Refusal 404; 409 `hold-over`, or what has become of the place
 */
export async function takePlace(tx: Tx, link: CitizensLink, hold: string, now: Temporal.Instant): Promise<string> {
  await waitForLink(tx, link);
  const wish = await wishOfLink(tx, link);
  const { office } = link;
  const offer = await answeredOffer(tx, office.id, wish.id, hold);
  if (!offer || offer.outcome === "refused" || offer.outcome === "lapsed") throw over();
  // As every booking does: the day first.
  await lockDays(tx, offer.office, dateOf(offer.starts_at));
  if (offer.outcome === null && !(await isAccepted(tx, office, offer, now))) throw over();
  const token = newToken();
  await tx.switchTenant({ office: offer.office });
  const there = await officeOfCitizen(tx, offer.office);
  await termsIfOpen(tx, there);
  const held = await lockedHold(tx, there, { id: hold, startsAt: offer.starts_at });
  await requireHeldPlace(tx, there, held);
  const before = await formBefore(tx, there, { hold, isAccepted: offer.outcome === "accepted" }, now);
  const key = hashOfToken(token) as Buffer;
  await writeForm(
    tx,
    there.id,
    formFor(wish, offer, { key, held_until: before?.held_until ?? holdEnd(offer, now), now }),
  );
  await tx.switchTenant({ office: office.id });
  return token;
}

const over = (): Refusal => new Refusal(409, "hold-over");

const isAccepted = async (tx: Tx, { id }: CitizensOffice, { hold, until }: OfferedPlace, now: Temporal.Instant) =>
  Temporal.Instant.compare(now, until) < 0 && (await settleOffer(tx, id, hold, { outcome: "accepted", now }));

/** As long as was promised, and never shorter than anybody has to fill in. */
function holdEnd({ until }: OfferedPlace, now: Temporal.Instant): Temporal.Instant {
  const least = now.add({ minutes: HOLD_MINUTES });
  return Temporal.Instant.compare(until, least) < 0 ? least : until;
}

/** What was begun behind another key is begun anew: nobody reads what was typed there. @throws Refusal 409 */
async function formBefore(
  tx: Tx,
  { id }: CitizensOffice,
  { hold, isAccepted }: { readonly hold: string; readonly isAccepted: boolean },
  now: Temporal.Instant,
): Promise<FormRow | null> {
  const form = isAccepted ? await lockedFormOfAppointment(tx, id, hold) : null;
  if (!form) {
    if (isAccepted) throw over();
    return null;
  }
  if (form.confirmed_at || !isHeld(form, now)) throw over();
  await deleteForm(tx, id, form.token_hash);
  return form;
}

interface Begun {
  readonly key: Buffer;
  readonly held_until: Temporal.Instant;
  readonly now: Temporal.Instant;
}

const formFor = (
  { service, language, email }: StoredWish,
  { hold, starts_at }: OfferedPlace,
  { key, held_until, now }: Begun,
): FormRow => ({
  token_hash: key,
  appointment_id: hold,
  moves: null,
  held_until,
  is_extended: false,
  is_offered: true,
  awaits_email: false,
  confirmed_at: null,
  seen_at: now,
  service,
  starts_at,
  language,
  typed: { how: "email", email },
  identity: null,
  link_asked_at: null,
  links_asked: 0,
  address_key: null,
  network_key: null,
  proof: null,
  person_key: personKeys({ email, identity: null, phone: null })[0] ?? null,
});

/** They stay in line; the place goes to the next one. Pressed twice, or too late: nothing more. */
export async function refusePlace(tx: Tx, link: CitizensLink, hold: string, now: Temporal.Instant): Promise<void> {
  const wish = await wishOfLink(tx, link);
  const { office } = link;
  const offer = await openOffer(tx, office.id, wish.id);
  if (offer?.hold !== hold || !(await settleOffer(tx, office.id, hold, { outcome: "refused", now }))) return;
  await tx.switchTenant({ office: offer.office });
  await giveUp(tx, [offer], now);
  await tx.switchTenant({ office: office.id });
}
