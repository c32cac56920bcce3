import fc from "fast-check";
import { expect, test } from "vitest";
import type { Facts } from "../../availability/facts.ts";
import { overlaps } from "../../availability/intervals.ts";
import { clockText, instantOf, localDay, minuteOfDay } from "../../platform/time.ts";
import { type NotedWalkIn, planWalkIns } from "./plan-walk-ins.ts";

const day = localDay(Temporal.PlainDate.from("2026-11-24"));
const at = (text: string) => day.at(minuteOfDay(text));
const queue = (number: number) => ({ number, active: true, slotMinutes: 15, public: false });
const hours = (of: number) => ({ queue: of, weekday: 2, opens: 480, closes: 840, validFrom: null, validTo: null });

const facts = (changes: Partial<Facts> = {}): Facts => ({
  queues: [queue(1), queue(2)],
  hours: [hours(1), hours(2)],
  activity: [],
  closed: [],
  extra: [],
  taken: [],
  ...changes,
});
const part = (of: number, from: string, to: string) => ({ queue: of, from: at(from), to: at(to) });

const came = (time: string, until: string | null, more: Partial<NotedWalkIn> = {}): NotedWalkIn => ({
  time,
  until,
  service: "signature",
  ...more,
});

function plan(walkIns: readonly NotedWalkIn[], given: Facts = facts(), more: { own?: number[]; now?: string } = {}) {
  return planWalkIns(walkIns, {
    facts: given,
    day,
    own: more.own ?? [],
    minutesOf: (service) => (service === "vehicle" ? 30 : 10),
    now: instantOf(at(more.now ?? "10:42")),
  });
}

const places = (...args: Parameters<typeof plan>) =>
  plan(...args)
    .toSorted((a, b) => a.index - b.index)
    .map(({ place, near }) =>
      place
        ? `${clockText(day.minuteOf(place.visit.from))}–${clockText(day.minuteOf(place.visit.to))} ${place.queue}`
        : near.map((one) => `${one.time} ${one.queue}`),
    );

test("the slot that was running then, in one's own queue before the others", () => {
  expect(places([came("09:10", "09:25")])).toEqual(["09:00–09:15 1"]);
  expect(places([came("09:10", "09:25")], facts(), { own: [2] })).toEqual(["09:00–09:15 2"]);
});

test("or one that began before they were done", () => {
  const taken = [part(1, "09:00", "09:15"), part(2, "09:00", "09:30")];
  expect(places([came("09:10", "09:25")], facts({ taken }))).toEqual(["09:15–09:30 1"]);
});

test("a visit took no longer than it did, whatever its service usually takes", () => {
  const taken = [part(1, "09:15", "10:00"), part(2, "09:00", "10:00")];
  expect(places([came("09:00", "09:15", { service: "vehicle" })], facts({ taken }))).toEqual(["09:00–09:15 1"]);
  expect(places([came("08:30", "09:20", { service: "vehicle" })], facts({ taken }))).toEqual(["08:30–09:00 1"]);
});

test("where none was free, the nearest are offered that have begun by now", () => {
  const taken = [part(1, "08:30", "10:30"), part(2, "08:00", "14:00")];
  expect(places([came("09:10", "09:25")], facts({ taken }))).toEqual([["08:15 1", "08:00 1", "10:30 1"]]);
  expect(places([came("09:10", "09:25")], facts({ taken }), { now: "09:30" })).toEqual([["08:15 1", "08:00 1"]]);
  const chosen = came("09:10", "09:25", { place: { time: "08:15", queue: 1 } });
  expect(places([chosen], facts({ taken }))).toEqual(["08:15–08:30 1"]);
  expect(places([{ ...chosen, place: { time: "09:15", queue: 1 } }], facts({ taken }))[0]).toHaveLength(3);
});

test("a visit that was over before the places begin hears when they do, whether any has begun or not", () => {
  const begins = (walkIn: NotedWalkIn, now: string, given?: Facts) =>
    plan([walkIn], given, { now }).map((one) => [one.begins, one.near[0]?.time])[0];
  expect(begins(came("03:00", "03:10"), "10:42")).toEqual(["08:00", "08:00"]);
  expect(begins(came("03:00", "03:10"), "07:30")).toEqual(["08:00", undefined]);
  expect(begins(came("07:55", "08:05"), "07:59")).toEqual([null, undefined]);
  const queues = [{ ...queue(1), active: false }, queue(2)];
  const closed = [{ ...part(2, "08:00", "09:00"), kind: "exception" as const, reason: "σεμινάριο" }];
  expect(begins(came("08:10", "08:20"), "10:42", facts({ queues, closed }))).toEqual(["09:00", "09:00"]);
  expect(begins(came("03:00", "03:10"), "10:42", facts({ hours: [] }))).toEqual([null, undefined]);
});

test("no two are served in one place, and a place that was chosen is given first", () => {
  const one = facts({ queues: [queue(1)], hours: [hours(1)] });
  expect(places([came("09:00", "09:10"), came("09:05", "09:15")], one)[1]).toHaveLength(3);
  const chosen = came("08:00", "08:10", { place: { time: "09:00", queue: 1 } });
  expect(places([came("09:00", "09:10"), chosen], one)).toEqual([["08:45 1", "09:15 1", "08:30 1"], "09:00–09:15 1"]);
});

test("closed time and inactive queues serve nobody afterwards either", () => {
  const closed = [{ ...part(1, "09:00", "10:00"), kind: "exception" as const, reason: "σεμινάριο" }];
  const queues = [queue(1), { ...queue(2), active: false }];
  expect(places([came("09:10", "09:25")], facts({ closed, queues }))).toEqual([["08:45 1", "08:30 1", "10:00 1"]]);
});

test("who left takes no place", () => {
  const taken = [part(1, "08:00", "14:00")];
  expect(places([came("09:40", null)], facts({ taken, queues: [queue(1)] }))).toEqual([]);
  expect(plan([came("09:40", null), came("09:45", "09:50")]), "and is not counted away").toMatchObject([{ index: 1 }]);
});

test("whatever was noted, those who were served never meet each other or an appointment", () => {
  const time = fc.integer({ min: 480, max: 640 });
  const noted = fc.array(fc.record({ from: time, minutes: fc.integer({ min: 1, max: 60 }) }), { maxLength: 12 });
  const booked = fc.array(fc.record({ queue: fc.constantFrom(1, 2), slot: fc.integer({ min: 0, max: 23 }) }));
  fc.assert(
    fc.property(noted, booked, (visits, slots) => {
      const taken = slots.map((slot) => ({
        queue: slot.queue,
        from: at("08:00") + slot.slot * 15,
        to: at("08:15") + slot.slot * 15,
      }));
      const walkIns = visits.map(({ from, minutes }) => came(clockText(from), clockText(from + minutes)));
      const given = plan(walkIns, facts({ taken }), { now: "14:00" }).flatMap(({ place }) => (place ? [place] : []));
      const all = given.map(({ queue: of, visit }) => ({ queue: of, ...visit }));
      all.forEach((one, index) => {
        const others = [...taken, ...all.slice(0, index), ...all.slice(index + 1)];
        expect(others.some((other) => other.queue === one.queue && overlaps(other, one))).toBe(false);
      });
    }),
  );
});
