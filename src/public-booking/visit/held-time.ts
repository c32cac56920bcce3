import { existingAppointment } from "../../appointments/row/existing.ts";
import type { Facts } from "../../availability/facts.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { minuteOf } from "../../kit/dates.ts";
import type { Read } from "../../platform/database/sql.ts";
import { clockTextOf, dateOf, dateTextOf, epochMinute } from "../../platform/time.ts";
import type { FreeTime } from "../choose/first-free.ts";
import { existingService } from "../choose/weeks.ts";
import type { FormRow } from "../form/form-sql.ts";
import { goesOn, isHeld } from "../hold/hold.ts";
import { offeredAhead } from "../hold/offering.ts";
import { type NamedService, type PlaceToGo, placeToGo } from "../office-sql.ts";
import { onlineDays } from "../online-days.ts";

/** The time that a form holds, or did. */
export interface HeldTime {
  readonly date: string;
  readonly time: string;
  /** "10:52"; null: it is held no more, or not yet */
  readonly until: string | null;
  /** It is held once its citizen presses the button */
  readonly awaitsPress: boolean;
  readonly place: PlaceToGo;
  readonly service: NamedService;
}

export async function heldTime(
  tx: Read,
  office: CitizensOffice,
  form: FormRow,
  now: Temporal.Instant,
): Promise<HeldTime> {
  const [place, service] = await Promise.all([placeToGo(tx, office.id), existingService(tx, form.service)]);
  const until = isHeld(form, now) && form.held_until ? clockTextOf(form.held_until) : null;
  const [date, time] = [dateTextOf(form.starts_at), clockTextOf(form.starts_at)];
  return { date, time, until, awaitsPress: form.awaits_email && goesOn(form, now), place, service };
}

const DAYS_AROUND = 7;
const MOST_OF_A_DAY = 3;
const MOST_DAYS = 2;

export interface NearestTimes {
  readonly times: readonly FreeTime[];
  /** By now the time itself is too near to be had online: nobody took it */
  readonly isTooSoon: boolean;
}

/** Itself where it is free, or else what is nearest: on its day, and on the next one that has times. */
export async function nearestTo(
  tx: Read,
  office: CitizensOffice,
  form: FormRow,
  now: Temporal.Instant,
): Promise<NearestTimes> {
  const { offering, facts: all } = await offeredAhead(tx, office, { service: form.service, now });
  const own = await existingAppointment(tx, office, form.appointment_id);
  // For some seconds more its row may be there.
  const isOwn = ({ queue, from }: Facts["taken"][number]) =>
    own.status === "held" && queue === own.queue && from === epochMinute(own.starts_at);
  const facts = { ...all, taken: all.taken.filter((part) => !isOwn(part)) };
  const [wished, time] = [dateOf(form.starts_at), clockTextOf(form.starts_at)];
  const { compare } = Temporal.PlainDate;
  const isTooSoon = epochMinute(form.starts_at) < offering.span.from;
  const first = compare(wished, offering.first) < 0 ? offering.first : wished;
  const until = first.add({ days: DAYS_AROUND });
  const last = compare(until, offering.last) < 0 ? until : offering.last;
  if (compare(first, last) > 0) return { times: [], isTooSoon };
  const days = onlineDays(facts, { ...offering, first, last }).filter(({ times }) => times.length > 0);
  const times = days
    .slice(0, MOST_DAYS)
    .flatMap(({ date, times }) => nearestTimes(times, time).map((each) => ({ date, time: each })));
  return { times, isTooSoon };
}

function nearestTimes(times: readonly string[], wished: string): string[] {
  const distance = (time: string) => Math.abs(minuteOf(time) - minuteOf(wished));
  return [...times]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST_OF_A_DAY)
    .sort();
}
