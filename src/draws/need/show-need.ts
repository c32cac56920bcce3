import { citizenOf } from "../../appointments/field/columns.ts";
import { confirmHeld, lockedHold } from "../../appointments/online/confirm-held.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import { slotTaken } from "../../appointments/place/placing.ts";
import { detailColumns } from "../../appointments/row/details.ts";
import { record } from "../../audit/record.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { type FieldError, Refusal, refuseFields } from "../../platform/refusal.ts";
import { clockTextOf, dateOf, instantOf, localDay, minuteOfDay } from "../../platform/time.ts";
import type { NeedGiven, NeedRequest } from "../contract.ts";
import { type DrawRow, lockedDraw } from "../draw-sql.ts";
import { needOf } from "../places/draws-of-office.ts";
import { type PlaceRow, placesOfDraw, writePlace } from "../places/places-sql.ts";
import { latestDeadline, needTaking } from "./need-rules.ts";

/**
 * A place before the draw, for whoever has shown a document with a deadline at the counter: of the document nothing is kept. Behind
 * the draw's lock, so that two at once give no more than there are; before it the day's, as by whoever acts on a visit of it.
 * @throws Refusal 409 `draw-need-full`, `slot-taken`, or as `needTaking`; 422 at the fields
 */
export async function showNeed(
  tx: Tx,
  office: OperableOffice,
  { deadline, date, time, ...person }: NeedRequest,
  { draw: number, now }: { readonly draw: number; readonly now: Temporal.Instant },
): Promise<NeedGiven> {
  await lockDays(tx, office.id, Temporal.PlainDate.from(date));
  const draw = needTaking(await lockedDraw(tx, number), office.id, now);
  const details = detailColumns({ ...person, service: draw.service });
  refuseFields([...deadlineErrors(draw, deadline, now), ...phoneErrors(person)]);
  const places = await placesOfDraw(tx, office.id, number);
  const need = needOf(draw, places);
  if (need.given >= need.most) throw new Refusal(409, "draw-need-full", { values: { most: need.most } });
  const place = placeAt(places, date, time);
  const held = await lockedHold(tx, office, { id: place.hold, startsAt: place.startsAt });
  const confirmation = { visitor: citizenOf({ ...held, ...details }), owner: null, channel: "in-person", now } as const;
  const { id, reference } = await confirmHeld(tx, office, held, confirmation);
  await writePlace(tx, office.id, { ...place, draw: number }, { state: "need", hold: id });
  await record(tx, office, { act: "draw-need-shown", details: { draw: number }, appointments: [id] }, now);
  return { id, reference, date, time, need: { ...need, given: need.given + 1 } };
}

/** The one that is still free then. @throws Refusal 409 `slot-taken` */
function placeAt(places: readonly PlaceRow[], date: string, time: string): PlaceRow {
  const isThen = ({ startsAt, ...place }: PlaceRow) =>
    place.date.toString() === date && clockTextOf(startsAt) === time && place.state === "free";
  const place = places.find(isThen);
  if (!place) throw slotTaken(instantOf(localDay(Temporal.PlainDate.from(date)).at(minuteOfDay(time))));
  return place;
}

function deadlineErrors(draw: DrawRow, deadline: string, now: Temporal.Instant): FieldError[] {
  const latest = latestDeadline(draw).toString();
  if (deadline < dateOf(now).toString()) return [{ field: "deadline", code: "date-past" }];
  return deadline > latest ? [{ field: "deadline", code: "draw-deadline-late", values: { date: latest } }] : [];
}

/** Of changes they are told by it. */
const phoneErrors = ({ phone }: Pick<NeedRequest, "phone">): FieldError[] =>
  phone.trim() === "" ? [{ field: "phone", code: "field-required" }] : [];
