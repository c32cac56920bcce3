import { clockAt, dateAt, dayAfter } from "./athens.ts";
import { type FreePlace, freeOn, isFree, takenAt } from "./open-hours.ts";
import { ask, type Stage, type StagedOffice, type Visitor } from "./stage.ts";
import { cancel, enter, move, placeIn, transfer } from "./visitors.ts";

/** What is booked, moved and given up before anybody comes. */

/** A free place of a date, at random; null: there is none. @param slots so many in a row */
export function someFree(
  stage: Stage,
  { log, visits }: StagedOffice,
  date: string,
  slots = 1,
): (FreePlace & { readonly time: string }) | null {
  const logs = visits.map((visitor) => visitor.log);
  const now = stage.now();
  const taken = takenAt(logs, now);
  const isToday = date === dateAt(now);
  const free = freeOn(stage.log, log, date, now, taken).filter(({ minute, queue }) => {
    const { slotMinutes } = log.queues.find(({ number }) => number === queue) as { slotMinutes: number };
    const own = taken.filter((each) => each.date === date && each.queue === queue);
    const isAhead = !isToday || clockAt(minute) > timeNow(now);
    return isAhead && isFree(minute, minute + slots * slotMinutes, own);
  });
  if (free.length === 0) return null;
  const chosen = stage.random.pick(free);
  return { ...chosen, time: clockAt(chosen.minute) };
}

const timeNow = (now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now * 1000)
    .toZonedDateTimeISO("Europe/Athens")
    .toPlainTime()
    .toString({ smallestUnit: "minute" });

const NAMES = ["Λιμνιώτη", "Καστανάς", "Πευκιανού", "Θαλασσινός", "Αμπελά"];

/** What for: mostly one thing; at times several, or several people. */
export function someWork({ random }: Stage): { readonly body: object; readonly slots: number } {
  const service = random.pick(["signature", "signature", "vehicle", "papers"]);
  const more = random.chance(0.1) ? [random.pick(["signature", "papers"])] : [];
  const companions = random.chance(0.08)
    ? [{ lastName: random.pick(NAMES), firstName: "Άννα", services: ["signature"] }]
    : [];
  const isOne = more.length + companions.length === 0;
  return {
    body: { service, ...(more.length > 0 && { moreServices: more }), ...(companions.length > 0 && { companions }) },
    slots: isOne && service !== "vehicle" ? 1 : 4,
  };
}

const PERSON = { firstName: "Ελένη" };

/** Somebody calls, for one of the next days or weeks. */
export async function bookAhead(stage: Stage, place: StagedOffice, horizonDays: number): Promise<Visitor | null> {
  const { random } = stage;
  const ahead = random.weighted([
    [0, 2],
    [1, 4],
    [random.whole(2, 7), 8],
    [random.whole(8, 20), 4],
  ]);
  const date = dayAfter(dateAt(stage.now()), Math.min(ahead, horizonDays));
  const { body: wanted, slots } = someWork(stage);
  const free = someFree(stage, place, date, slots);
  if (!free) return null;
  const channel = random.pick(["phone", "phone", "email", "in-person"]);
  const { queue, time } = free;
  const body = { ...PERSON, ...wanted, lastName: random.pick(NAMES), date, queue, time, channel };
  const answer = await ask(stage, place.clerk, "book", ["POST", `${place.log.code}/appointments`], { body });
  return answer && enter(stage, place, answer, [{ kind: "made", at: stage.now(), place: placeIn(answer) }]);
}

/** Another time, of the same day or one of the next. */
export async function moveSome(stage: Stage, place: StagedOffice, visitor: Visitor, days: number): Promise<boolean> {
  const free = someFree(stage, place, dayAfter(dateAt(stage.now()), days), 4);
  if (!free) return false;
  const { date, time, queue } = free;
  return move(stage, place, visitor, { date, time, queue });
}

/** Before its day: given up, moved, or given to another office. */
export async function change(stage: Stage, place: StagedOffice, visitor: Visitor): Promise<void> {
  if (visitor.status !== "booked") return;
  const how = stage.random.pick(["cancel", "move", "move", "transfer"]);
  if (how === "cancel") return cancel(stage, place, visitor);
  if (how === "move") return void (await moveSome(stage, place, visitor, stage.random.whole(1, 5)));
  const to = stage.random.pick(stage.places);
  const free = to === place ? null : someFree(stage, to, dayAfter(dateAt(stage.now()), stage.random.whole(1, 4)), 4);
  if (free) await transfer(stage, [place, to], visitor, { date: free.date, time: free.time, queue: free.queue });
}
