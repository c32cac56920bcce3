import { expect, test } from "vitest";
import type { Facts } from "../../availability/facts.ts";
import { clockText, localDay, minuteOfDay } from "../../platform/time.ts";
import { freePlacesOf } from "./pick-places.ts";

const day = localDay(Temporal.PlainDate.from("2026-11-24"));
const at = (text: string) => day.at(minuteOfDay(text));

/** Open from eight to two, with slots of twenty minutes; a visit of thirty takes two of them. */
const facts: Facts = {
  queues: [{ number: 1, active: true, slotMinutes: 20, public: true }],
  hours: [{ queue: 1, weekday: 2, opens: 480, closes: 840, validFrom: null, validTo: null }],
  activity: [],
  closed: [],
  extra: [],
  taken: [],
};
const picked = (most: readonly number[], changes: Partial<Facts> = {}) =>
  freePlacesOf(most, { facts: { ...facts, ...changes }, day, queue: 1, minutes: 30 }).map(
    ({ visit, part }) => `${part} ${clockText(day.minuteOf(visit.from))}`,
  );

test("the earliest of each part, as many as are asked for", () => {
  expect(picked([2, 1, 0])).toEqual(["0 08:00", "0 08:40", "1 12:00"]);
  expect(picked([0, 0, 0])).toEqual([]);
  expect(picked([1], { queues: [{ number: 1, active: true, slotMinutes: 20, public: false }] })).toEqual([]);
});

test("what begins late in the morning reaches into noon, and nothing is given twice", () => {
  const taken = [{ queue: 1, from: at("08:00"), to: at("11:40") }];
  expect(picked([1, 1, 0], { taken } as unknown as Partial<Facts>)).toEqual(["0 11:40", "1 12:20"]);
});
