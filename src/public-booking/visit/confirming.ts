import { visitOfText } from "../../appointments/field/visit-services.ts";
import { existingAppointment } from "../../appointments/row/existing.ts";
import { type CitizensLink, leadLinkTo, makeLinks, waitForLink } from "../../identity/citizens/links.ts";
import { forgetConfirmLinks } from "../../outbox/plan-link.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { clockTextOf, dateOf } from "../../platform/time.ts";
import { confirm } from "../confirm/confirm.ts";
import { byLetter } from "../fill/way-on.ts";
import { deleteForm, type FormRow, lockedFormOfAppointment } from "../form/form-sql.ts";
import { visitorIn } from "../form/visitor.ts";
import { NOT_BEFORE_CONFIRMED } from "../hoarding/asker.ts";
import { type HoldWish, holdTime } from "../hold/hold.ts";
import { holdAtLast } from "../hold/hold-at-last.ts";
import { release } from "../hold/release.ts";
import type { ActPlace } from "../networks/network-acts.ts";
import { linkOver, mayConfirm } from "./opened.ts";

/** A button that is pressed twice leads where the first press did. */
const TWICE_WITHIN = { minutes: 1 } as const;

interface Confirmation {
  /** Of the link by which it is seen and changed: the one that confirms is used up. Null: it was so before */
  readonly token: string | null;
  /** Null: by an earlier press */
  readonly booked: ActPlace | null;
}

/**
 * Makes an appointment of the time that the form holds.
 * @throws Refusal 404 for a link that is over, 409 as `confirm` does
 */
export async function confirmByLink(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<Confirmation> {
  const { office, appointmentId } = link;
  const form = await lockedFormOf(tx, link);
  if (form.confirmed_at === null) {
    if (!mayConfirm(form, link)) throw linkOver();
    // The letter says who they are: names that a wallet showed meanwhile count nothing, so that no namesake is in the way.
    const held = byLetter(await holdAtLast(tx, office, form, now));
    const { id, email } = await confirm(tx, office, held, { visitor: visitorIn(held), now });
    if (id !== appointmentId) await leadLinkTo(tx, link, id);
    const booked = { officeId: office.id, service: visitOfText(held.service).service };
    return { token: await managing(tx, { ...link, appointmentId: id }, email, now), booked };
  }
  const isSecondPress = Temporal.Instant.compare(now, form.confirmed_at.add(TWICE_WITHIN)) < 0;
  const { email } = isSecondPress ? await existingAppointment(tx, office, appointmentId) : { email: null };
  const isTheirs = email && link.isAddressedTo(email);
  return { token: isTheirs ? await managing(tx, link, email, now) : null, booked: null };
}

async function managing(tx: Tx, link: CitizensLink, email: string | null, now: Temporal.Instant): Promise<string> {
  const appointment = link.appointmentId;
  const [token] = await makeLinks(tx, link.office.id, [{ appointment, kind: "manage", email, inBrowser: true }], now);
  return token as string;
}

/**
 * Chooses a time for the form once more, the one it had or another, when the ten minutes have passed. It is held once it is
 * confirmed: of a domain of one's own there are as many links as one likes.
 * @throws Refusal 404, 409 where somebody else has it by now
 */
export async function chooseAgain(
  tx: Tx,
  link: CitizensLink,
  at: Pick<HoldWish, "date" | "time"> | null,
  now: Temporal.Instant,
): Promise<void> {
  const { office } = link;
  const before = await confirmable(tx, link);
  const { service, language, token_hash: key, starts_at } = before;
  const wish = at ?? { date: dateOf(starts_at), time: clockTextOf(starts_at) };
  const holding = { key, before, now, asker: NOT_BEFORE_CONFIRMED };
  const held = await holdTime(tx, office, { ...wish, service, language }, holding);
  await leadLinkTo(tx, link, held.appointment_id);
}

/** Somebody else has given this address: the time is given back, and nothing is kept of what was typed. */
export async function disown(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<void> {
  const form = await confirmable(tx, link);
  await release(tx, link.office.id, form, now);
  await deleteForm(tx, link.office.id, form.token_hash);
  await forgetConfirmLinks(tx, link.office.id, [form.appointment_id]);
}

async function confirmable(tx: Tx, link: CitizensLink): Promise<FormRow> {
  const form = await lockedFormOf(tx, link);
  if (!mayConfirm(form, link)) throw linkOver();
  return form;
}

async function lockedFormOf(tx: Tx, link: CitizensLink): Promise<FormRow> {
  const { office, appointmentId, kind } = link;
  await waitForLink(tx, link);
  const form = kind === "confirm" ? await lockedFormOfAppointment(tx, office.id, appointmentId) : null;
  if (!form) throw linkOver();
  return form;
}
