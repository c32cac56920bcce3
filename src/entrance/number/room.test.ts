import { expect, test } from "vitest";
import type { Facts } from "../../availability/facts.ts";
import { instantOf } from "../../platform/time.ts";
import { hasRoomForOneMore, openFrom } from "./room.ts";

const at = (time: string) =>
  Temporal.PlainDateTime.from(`2026-11-24T${time}`).toZonedDateTime("Europe/Athens").toInstant();
const hours = (queue: number, opens: number, closes: number) => ({
  queue,
  weekday: 2,
  opens,
  closes,
  validFrom: null,
  validTo: null,
});
const queue = (number: number, active = true) => ({ number, active, public: true, slotMinutes: 5 });
const facts: Facts = {
  queues: [queue(1), queue(2), queue(3, false)],
  activity: [],
  hours: [hours(1, 480, 840), hours(2, 600, 900), hours(3, 480, 1200)],
  closed: [],
  extra: [],
  taken: [],
};

test("whoever takes a number is served by the minute at which the counters close, or is told", () => {
  expect(hasRoomForOneMore({ people: 11, usualMinutes: 10, openMinutes: 120 })).toBe(true);
  expect(hasRoomForOneMore({ people: 12, usualMinutes: 10, openMinutes: 120 })).toBe(false);
  expect(hasRoomForOneMore({ people: 0, usualMinutes: 10, openMinutes: 0 })).toBe(false);
});

test("each counter serves its own hours, from now on or from when it opens; an inactive one none", () => {
  expect(openFrom(facts, at("09:00"))).toMatchObject({ minutes: 300 + 300 });
  expect(openFrom(facts, at("13:00"))).toMatchObject({ minutes: 60 + 120 });
  expect(openFrom(facts, at("15:00"))).toEqual({ minutes: 0, until: null, servesUntil: null });
});

test("an office is open until its next pause, and only while some counter serves", () => {
  const clockOf = (minute: number | null) => minute && instantOf(minute).toString();
  expect(clockOf(openFrom(facts, at("09:00")).servesUntil)).toBe("2026-11-24T13:00:00Z");
  expect(openFrom(facts, at("07:59")).servesUntil).toBeNull();
  const paused = { ...facts, hours: [hours(1, 480, 840), hours(2, 900, 960)] };
  expect(clockOf(openFrom(paused, at("09:00")).servesUntil)).toBe("2026-11-24T12:00:00Z");
  expect(openFrom(paused, at("14:30"))).toMatchObject({ minutes: 60, servesUntil: null });
});
