import { randomUUIDv7 } from "node:crypto";
import { holdPlace } from "../../appointments/online/hold-place.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import type { Place } from "../../appointments/place/offer.ts";
import { placeRefusal } from "../../appointments/place/placing.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { epochMinute, instantOf, localDay, minuteOfDay } from "../../platform/time.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { type FormRow, lockedForm, lockKey, writeForm } from "../form/form-sql.ts";
import type { Asker } from "../hoarding/asker.ts";
import { heldShare } from "../hoarding/held-share.ts";
import { formsOfParty, NO_FORMS, withoutUsedProof } from "../hoarding/hoarding-sql.ts";
import { requireMeans } from "../hoarding/require-means.ts";
import { termsIfOpen } from "../opened-office.ts";
import type { OnlineTerms } from "../terms.ts";
import { offeredOn } from "./offering.ts";
import { placeOnline } from "./place-online.ts";
import { giveBackOver, release } from "./release.ts";

/** Said before, and once more on request */
export const HOLD_MINUTES = 10;

export interface HoldWish {
  readonly service: string;
  readonly date: Temporal.PlainDate;
  readonly time: string;
  readonly language: CitizensLanguage;
  /** The appointment that is to be moved there */
  readonly moves?: string | undefined;
}

interface Holding {
  readonly tokenHash: Buffer;
  readonly now: Temporal.Instant;
  /** What was typed in another office, before this one was chosen */
  readonly from?: FormRow | null;
  /** Who asks for it; null: it is known already that it is a person */
  readonly asker: Asker | null;
}

/**
 * Holds a time for the browser that fills in its form, as a row under the same constraint as all others (circular, second
 * phase). Who chooses another time gives the first one back, and keeps it where the other is gone. Chosen twice, it is held
 * once.
 * @throws Refusal 409 `slot-taken` or `slot-not-offered` with the reason, `hold-needs-work` or `hold-needs-email` where the time
 * is held that way; 422 for the service
 */
export async function holdTime(
  tx: Tx,
  office: CitizensOffice,
  wish: HoldWish,
  { tokenHash, now, from = null, asker: asks }: Holding,
): Promise<FormRow> {
  const { service, date, time, language, moves = null } = wish;
  const [terms, , before] = await Promise.all([
    termsIfOpen(tx, office),
    lockKey(tx, tokenHash),
    lockedForm(tx, office.id, tokenHash),
    lockDays(tx, office.id, date),
    giveBackOver(tx, office.id, now),
  ]);
  const startsAt = instantOf(localDay(date).at(minuteOfDay(time)));
  if (before && isHeldFor(before, { service, startsAt, moves }, now)) return before;
  if (before) await release(tx, office.id, before, now);
  const asker = asks && (await withoutUsedProof(tx, office.id, asks, tokenHash));
  const place = await placeOrRefused(tx, office, wish, { terms, now, asker });
  const later = asker?.later ?? false;
  const id = randomUUIDv7();
  const form: FormRow = {
    ...{ token_hash: tokenHash, appointment_id: id, moves, awaits_email: later, is_extended: false },
    ...{ held_until: later ? null : now.add({ minutes: HOLD_MINUTES }), confirmed_at: null, seen_at: now },
    ...{ service, starts_at: startsAt, language, ...keptFrom(before ?? from) },
    ...(asker && { address_key: asker.party?.address ?? null, network_key: asker.party?.network ?? null }),
    ...(asker?.proof && { proof: asker.proof.id }),
  };
  await Promise.all([
    holdPlace(tx, office, place, { id, service, language, now, later }),
    writeForm(tx, office.id, form),
  ]);
  return form;
}

const isHeldFor = (
  form: FormRow,
  { service, startsAt, moves }: { service: string; startsAt: Temporal.Instant; moves: string | null },
  now: Temporal.Instant,
): boolean => isHeld(form, now) && form.service === service && form.moves === moves && form.starts_at.equals(startsAt);

/** By the clock: the row may hold the time for some seconds longer. */
export const isHeld = ({ held_until }: Pick<FormRow, "held_until">, now: Temporal.Instant): boolean =>
  held_until !== null && Temporal.Instant.compare(now, held_until) < 0;

/** There is something to fill in: its time is held, or will be once it is known who asks. */
export const goesOn = (form: FormRow, now: Temporal.Instant): boolean =>
  isHeld(form, now) ||
  (form.awaits_email && form.confirmed_at === null && Temporal.Instant.compare(now, form.starts_at) < 0);

/** What a person has said of themselves stays; what has become an appointment is not theirs to fill in again. */
function keptFrom(form: FormRow | null): Kept {
  const { typed, identity, link_asked_at, links_asked, ...more } = form && !form.confirmed_at ? form : NOTHING;
  const { address_key, network_key, proof } = more;
  return { typed, identity, link_asked_at, links_asked, address_key, network_key, proof };
}

type Kept = Pick<
  FormRow,
  ("typed" | "identity" | "link_asked_at" | "links_asked") | ("address_key" | "network_key" | "proof")
>;
const NOTHING: Kept = {
  ...{ typed: {}, identity: null, link_asked_at: null, links_asked: 0 },
  ...{ address_key: null, network_key: null, proof: null },
};

async function placeOrRefused(
  tx: Tx,
  office: CitizensOffice,
  { service, date, time }: HoldWish,
  { terms, now, asker }: Pick<Holding, "now" | "asker"> & { readonly terms: OnlineTerms },
): Promise<Place> {
  const [offered, forms] = await Promise.all([
    offeredOn(tx, office, { service, date, terms, now }),
    asker?.party ? formsOfParty(tx, asker.party, now) : NO_FORMS,
  ]);
  const { facts, offering } = offered;
  const placement = placeOnline(facts, { date, time }, offering, epochMinute(now));
  if ("queue" in placement) {
    if (asker && !asker.later) requireMeans(asker, { ...forms, heldShare: heldShare(offered, date) });
    return placement;
  }
  if ("refused" in placement) throw placeRefusal(placement.refused, time, offering.minutes);
  throw new Refusal(409, "slot-not-offered", {
    values: { time, words: `slot-${placement.notOpen}` },
    errors: [{ field: "time", code: `slot-${placement.notOpen}`, values: { time } }],
  });
}
