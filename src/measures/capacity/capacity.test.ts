import { expect, test } from "vitest";
import {
  type ActsAt,
  aRecordedNumber,
  aRecordedVisit,
  type MoreOfVisit,
  onFirstDay,
} from "../../../test/recorded-visit.ts";
import { epochMinute } from "../../platform/time.ts";
import { measuredVisit } from "../visit.ts";
import { capacityOf, serviceMinutesOf } from "./capacity.ts";

const part = (from: string, to: string) => ({ from: epochMinute(onFirstDay(from)), to: epochMinute(onFirstDay(to)) });
const OPEN = [part("08:00", "14:00"), part("08:00", "12:00")];

const visit = (acts: ActsAt, more: MoreOfVisit = {}) =>
  measuredVisit(aRecordedVisit(acts, { placeMinutes: 20, minutes: 20, ...more }));
const served = (from: string, to: string, more: MoreOfVisit = {}) =>
  visit(
    [
      ["booked", "08:00"],
      ["arrived", from],
      ["service-started", from],
      ["completed", to],
    ],
    more,
  );
const number = (acts: ActsAt, more: MoreOfVisit = {}) => measuredVisit(aRecordedNumber(acts, { minutes: 20, ...more }));

test("open minutes count each queue, booked ones each place that was made before, whatever became of it", () => {
  const missed = visit(
    [
      ["booked", "08:00"],
      ["no-show", "10:45"],
    ],
    { status: "no-show" },
  );
  const atOnce = visit(
    [
      ["booked", "10:20"],
      ["arrived", "10:20"],
    ],
    { channel: "in-person", status: "arrived" },
  );
  expect(capacityOf([served("10:30", "10:42"), missed, atOnce], OPEN)).toMatchObject({
    openMinutes: 600,
    bookedMinutes: 40,
  });
});

test("served minutes are those of services that are measured, to the second, and not of what was pressed at once", () => {
  const visits = [served("10:30", "10:42:20"), served("10:50", "10:59:30"), served("11:00", "11:00:05")];
  expect(capacityOf(visits, OPEN)).toMatchObject({ servedMinutes: 22, counters: 1 });
});

test("overtime is from the last closing to the last completion; without either there is none", () => {
  expect(capacityOf([served("13:55", "14:12")], OPEN).overtimeMinutes).toBe(12);
  expect(capacityOf([served("11:55", "12:12")], OPEN).overtimeMinutes).toBe(0);
  expect(capacityOf([served("11:55", "12:12")], []).overtimeMinutes).toBeNull();
  expect(capacityOf([], OPEN).overtimeMinutes).toBeNull();
});

test("who was turned away was given no number", () => {
  const numbers = [
    number([
      ["issued", "09:00"],
      ["service-started", "09:10"],
      ["completed", "09:20"],
    ]),
    number(
      [
        ["issued", "09:00"],
        ["left", "09:40"],
      ],
      { status: "left", queue: null },
    ),
    number([["turned-away", "13:00"]], { status: "turned-away", queue: null }),
  ];
  expect(capacityOf(numbers, OPEN).tickets).toBe(2);
});

test("a service's minutes are counted where three counters served, and only of visits for it alone", () => {
  const three = [1, 2, 3].map((counter) => served("10:30", "10:42", { queue: 1, counter }));
  expect(serviceMinutesOf(three.slice(0, 2))).toEqual([]);
  const several = served("11:00", "11:30", { service: null });
  const other = served("11:00", "11:09:59", { service: "address" });
  expect(serviceMinutesOf([...three, several, other])).toEqual([
    { service: "address", minutes: { 9: 1 } },
    { service: "copies", minutes: { 12: 3 } },
  ]);
});
