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
import { type FormRow, lockedForm, writeForm } from "../form/form-sql.ts";
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
}

/**
 * Holds a time for the browser that fills in its form, as a row under the same constraint as all others (circular, second
 * phase). Who chooses another time gives the first one back, and keeps it where the other is gone. Chosen twice, it is held
 * once.
 * @throws Refusal 409 `slot-taken` or `slot-not-offered` with the reason, 422 for the service
 */
export async function holdTime(
  tx: Tx,
  office: CitizensOffice,
  wish: HoldWish,
  { tokenHash, now, from = null }: Holding,
): Promise<FormRow> {
  const { service, date, time, language, moves = null } = wish;
  const [terms, before] = await Promise.all([
    termsIfOpen(tx, office),
    lockedForm(tx, office.id, tokenHash),
    lockDays(tx, office.id, date),
    giveBackOver(tx, office.id, now),
  ]);
  const startsAt = instantOf(localDay(date).at(minuteOfDay(time)));
  if (before && isHeldFor(before, { service, startsAt, moves }, now)) return before;
  if (before) await release(tx, office.id, before, now);
  const place = await placeOrRefused(tx, office, wish, { terms, now });
  const id = randomUUIDv7();
  const { typed, identity, link_asked_at, links_asked } = keptFrom(before ?? from);
  const form: FormRow = {
    ...{ token_hash: tokenHash, appointment_id: id, moves, held_until: now.add({ minutes: HOLD_MINUTES }) },
    ...{ is_extended: false, service, starts_at: startsAt, language, typed, identity },
    ...{ link_asked_at, links_asked, confirmed_at: null, seen_at: now },
  };
  await Promise.all([holdPlace(tx, office, place, { id, service, language, now }), writeForm(tx, office.id, form)]);
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

/** What a person has said of themselves stays; what has become an appointment is not theirs to fill in again. */
const keptFrom = (form: FormRow | null): Pick<FormRow, "typed" | "identity" | "link_asked_at" | "links_asked"> =>
  form && !form.confirmed_at ? form : { typed: {}, identity: null, link_asked_at: null, links_asked: 0 };

async function placeOrRefused(
  tx: Tx,
  office: CitizensOffice,
  { service, date, time }: HoldWish,
  { terms, now }: { readonly terms: OnlineTerms; readonly now: Temporal.Instant },
): Promise<Place> {
  const { facts, offering } = await offeredOn(tx, office, { service, date, terms, now });
  const placement = placeOnline(facts, { date, time }, offering, epochMinute(now));
  if ("queue" in placement) return placement;
  if ("refused" in placement) throw placeRefusal(placement.refused, time, offering.minutes);
  throw new Refusal(409, "slot-not-offered", {
    values: { time, words: `slot-${placement.notOpen}` },
    errors: [{ field: "time", code: `slot-${placement.notOpen}`, values: { time } }],
  });
}
