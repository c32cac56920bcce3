import { randomUUIDv7 } from "node:crypto";
import { isVisitText } from "../../appointments/field/visit-services.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import type { Place } from "../../appointments/place/offer.ts";
import { placeRefusal } from "../../appointments/place/placing.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { firstDayAt, firstDayText, sinceOf } from "../../offices/interpreters/require-interpreter.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { epochMinute, instantOf, localDay, minuteOfDay } from "../../platform/time.ts";
import type { Interpreter } from "../../text/interpreters.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { type FormRow, writeForm } from "../form/form-sql.ts";
import type { Asker } from "../hoarding/asker.ts";
import { withoutUsedProof } from "../hoarding/hoarding-sql.ts";
import { requireOpenStretchAhead } from "../longest-open.ts";
import { requireOnlineLengthAt, requireVisitText } from "../longest-visit.ts";
import { termsIfOpen } from "../opened-office.ts";
import type { OnlineTerms } from "../terms.ts";
import { holdThroughGate } from "./gate.ts";
import { type Offered, type OfferQuery, offeredOn } from "./offering.ts";
import { placeOnline } from "./place-online.ts";
import { giveBackOver, release } from "./release.ts";

/** Said before, and once more on request */
export const HOLD_MINUTES = 10;

export interface HoldWish {
  readonly service: string;
  readonly date: Temporal.PlainDate;
  readonly time: string;
  readonly language: CitizensLanguage;
  /** Who is to interpret, where no form says it */
  readonly interpreter?: Interpreter | null | undefined;
  /** The appointment that is to be moved there */
  readonly moves?: string | undefined;
}

interface Holding {
  /** Of the form that holds it from then on, unless one goes on */
  readonly key: Buffer;
  readonly now: Temporal.Instant;
  /** The form that goes on with another time, locked; null: a new one begins */
  readonly before?: FormRow | null;
  /** What was typed in another office, before this one was chosen */
  readonly from?: FormRow | null;
  /** Null: an accredited system */
  readonly asker: Asker | null;
}

/**
 * Holds a time for a form, as a row under the same constraint as all others (circular, second phase). Who chooses another time
 * gives the first one back, and keeps it where the other is gone. Chosen twice, it is held once.
 * @throws Refusal 409 `slot-taken` or `slot-not-offered` with the reason, `hold-needs-work` or `hold-needs-email` where the time
 * is held that way; 422 for the service, or too many of them; 404 for what no visit could be
 */
export async function holdTime(
  tx: Tx,
  office: CitizensOffice,
  wish: HoldWish,
  { key, now, before = null, from = null, asker: asks }: Holding,
): Promise<FormRow> {
  const { service, date, time, language, moves = null } = wish;
  requireVisitText(service, office.code);
  if (!isVisitText(service)) throw new Refusal(404, "service-unknown");
  const [terms] = await Promise.all([
    termsIfOpen(tx, office),
    lockDays(tx, office.id, date),
    giveBackOver(tx, office.id, now),
  ]);
  const startsAt = instantOf(localDay(date).at(minuteOfDay(time)));
  if (before && isHeldFor(before, { service, startsAt, moves }, now)) return before;
  if (before) await release(tx, office.id, before, now);
  const token_hash = before?.token_hash ?? key;
  const asker = asks?.by === "browser" ? await withoutUsedProof(tx, office.id, asks, token_hash) : asks;
  const { typed, ...visitor } = visitorColumns(before ?? from);
  const first = await firstDayAt(tx, office, wish.interpreter ?? typed.interpreter, now);
  const { place, offered } = await placeOrRefused(tx, office, wish, { terms, now, since: sinceOf(first) });
  if (moves === null) await requireOnlineLengthAt(tx, office, { service, minutes: offered.offering.minutes });
  const id = randomUUIDv7();
  const holding = { id, service, language, now, date, offered, key: token_hash };
  const isHeldNow = await holdThroughGate(tx, office, { place, asker }, holding);
  const form: FormRow = {
    token_hash,
    appointment_id: id,
    moves,
    awaits_email: !isHeldNow,
    is_offered: false,
    is_extended: false,
    held_until: isHeldNow ? now.add({ minutes: HOLD_MINUTES }) : null,
    confirmed_at: null,
    seen_at: now,
    service,
    starts_at: startsAt,
    language,
    ...visitor,
    typed: { ...typed, interpreterFirst: firstDayText(first) },
    ...traitsOf(asker),
  };
  await writeForm(tx, office.id, form);
  return form;
}

/** By what it is noticed later who asked. */
function traitsOf(asker: Asker | null): Partial<FormRow> {
  if (asker?.by === "person") return { person_key: asker.key };
  if (asker?.by !== "browser") return {};
  const { party, proof } = asker;
  return {
    ...(party && { address_key: party.address, network_key: party.network }),
    ...(proof && { proof: proof.id }),
  };
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
function visitorColumns(form: FormRow | null): VisitorColumns {
  const { typed, identity, link_asked_at, links_asked, ...more } = form && !form.confirmed_at ? form : NOTHING;
  const { address_key, network_key, proof, person_key } = more;
  return { typed, identity, link_asked_at, links_asked, address_key, network_key, proof, person_key };
}

type VisitorColumns = Pick<
  FormRow,
  ("typed" | "identity" | "link_asked_at" | "links_asked") | ("address_key" | "network_key" | "proof" | "person_key")
>;
const NOTHING: VisitorColumns = {
  typed: {},
  identity: null,
  link_asked_at: null,
  links_asked: 0,
  address_key: null,
  network_key: null,
  proof: null,
  person_key: null,
};

async function placeOrRefused(
  tx: Tx,
  office: CitizensOffice,
  { service, date, time, moves }: HoldWish,
  { terms, now, since }: Required<Pick<OfferQuery, "now" | "since">> & { readonly terms: OnlineTerms },
): Promise<{ readonly place: Place; readonly offered: Offered }> {
  const offered = await offeredOn(tx, office, { service, date, terms, now, since });
  const { facts, offering } = offered;
  const placement = placeOnline(facts, { date, time }, offering, epochMinute(now));
  if ("queue" in placement) return { place: placement, offered };
  if ("refused" in placement) {
    if (placement.refused.why === "slot-too-short")
      await requireOpenStretchAhead(
        tx,
        { office, terms },
        { service, minutes: offering.minutes, isMove: moves !== undefined },
        now,
      );
    throw placeRefusal(placement.refused, time, offering.minutes);
  }
  throw new Refusal(409, "slot-not-offered", {
    values: { time, words: `slot-${placement.notOpen}` },
    errors: [{ field: "time", code: `slot-${placement.notOpen}`, values: { time } }],
  });
}
