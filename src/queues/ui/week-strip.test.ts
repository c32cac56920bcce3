import { expect, test } from "vitest";
import { QUEUE } from "../../../test/queue.ts";
import type { Exception, NationalClosing, Queue, Queues } from "../contract.ts";
import { rangeOf, reasonsOf, weekStrip } from "./week-strip.ts";

const queue: Queue = {
  ...QUEUE,
  activity: [{ from: "2026-11-26", to: "2026-11-27", active: false }],
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "08:00", closes: "15:00", from: null, to: null })),
};
const exception = (from: string, to: string, more: Partial<Exception> = {}): Exception => ({
  id: from,
  queue: 2,
  kind: "closed",
  from: `${from}:00+02:00`,
  to: `${to}:00+02:00`,
  reason: "Εκπαίδευση",
  series: null,
  version: 1,
  createdAt: from,
  createdBy: null,
  ...more,
});
const page = (...exceptions: Exception[]): Queues => ({
  now: { date: "2026-11-24", time: "10:42" },
  queues: [queue],
  exceptions,
  closings: [],
  employees: [],
  publicBooking: false,
  online: [],
});
const days = (...exceptions: Exception[]) => weekStrip(queue, page(...exceptions));

test("each weekday at its next date from today on, today marked, Sunday only where one serves then", () => {
  expect(days().map(({ date }) => date.slice(5))).toEqual(["11-24", "11-25", "11-26", "11-27", "11-28", "11-30"]);
  expect(days().filter(({ isToday }) => isToday)).toMatchObject([{ date: "2026-11-24" }]);
  const sunday = { weekday: 7, opens: "09:00", closes: "10:00", from: null, to: null };
  const open = { ...queue, hours: [...queue.hours, sunday] };
  expect(weekStrip(queue, { ...page(), queues: [open] })).toHaveLength(7);
  expect(weekStrip(queue, { ...page(), queues: [{ ...open, archived: true }] })).toHaveLength(6);
});

test("an exception takes its part of the hours, another queue's none", () => {
  const part = exception("2026-11-24T12:00", "2026-11-24T13:00");
  expect(days(part)[0]).toMatchObject({
    out: [{ from: 720, to: 780, kind: "exception", reason: "Εκπαίδευση" }],
    isAllOut: false,
  });
  expect(days({ ...part, queue: 3 })[0]?.out).toEqual([]);
  expect(days({ ...part, queue: null })[0]?.out).toHaveLength(1);
});

test("days on end: the first from its hour, the middle one wholly, with the reason", () => {
  const several = exception("2026-11-24T14:00", "2026-11-26T09:00");
  const [tuesday, wednesday, thursday] = days(several);
  expect(tuesday?.out).toMatchObject([{ from: 840, to: 900 }]);
  expect(wednesday).toMatchObject({ out: [{ from: 480, to: 900, reason: "Εκπαίδευση" }], isAllOut: true });
  expect(thursday?.out).toMatchObject([{ from: 480, to: 540 }]);
});

test("extra hours stand beside its own, on a day without any too", () => {
  const saturday = exception("2026-11-28T09:00", "2026-11-28T12:00", { kind: "extra" });
  expect(days(saturday)[4]).toMatchObject({ hours: [], extra: [{ from: 540, to: 720 }], out: [] });
});

test("extra hours count where its own are not, those of the whole office where it is active", () => {
  const own = exception("2026-11-24T14:00", "2026-11-24T17:00", { kind: "extra" });
  const all = exception("2026-11-24T16:00", "2026-11-24T18:00", { kind: "extra", queue: null });
  const more = [
    { from: 900, to: 1020 },
    { from: 1020, to: 1080 },
  ];
  expect(days(own, all)[0]).toMatchObject({ hours: [{ from: 480, to: 900 }], extra: more });
  const thursday = exception("2026-11-26T16:00", "2026-11-26T18:00", { kind: "extra", queue: null });
  expect(days(thursday)[2]?.extra).toEqual([]);
  expect(days({ ...thursday, queue: 2 })[2]?.extra).toHaveLength(1);
});

const closing = (kind: NationalClosing["kind"], from: string, to: string, reason: string): NationalClosing => ({
  kind,
  from: `${from}:00+02:00`,
  to: `${to}:00+02:00`,
  reason,
});
const daysWith = (...closings: NationalClosing[]) => weekStrip(queue, { ...page(), closings });

test("a holiday closes its whole day, work that ends at 13:00 the rest of it, each with its words", () => {
  const [tuesday, wednesday] = daysWith(
    closing("holiday", "2026-11-24T13:00", "2026-11-25T00:00", "Παραμονή"),
    closing("holiday", "2026-11-25T00:00", "2026-11-26T00:00", "Εορτή"),
  );
  expect(tuesday).toMatchObject({ out: [{ from: 780, to: 900, kind: "holiday" }], isAllOut: false });
  expect(wednesday).toMatchObject({ out: [{ from: 480, to: 900, reason: "Εορτή" }], isAllOut: true });
});

test("what closes the whole day is named alone; what only together closes it, each once", () => {
  const closure = closing("closure", "2026-11-24T12:00", "2026-11-26T00:00", "Σεισμός");
  const exceptions = [
    exception("2026-11-25T08:00", "2026-11-25T10:00"),
    exception("2026-11-25T11:00", "2026-11-25T12:00"),
  ];
  const [tuesday, wednesday, thursday] = weekStrip(queue, { ...page(...exceptions), closings: [closure] });
  expect(tuesday?.out).toMatchObject([{ from: 720, to: 900, kind: "closure" }]);
  expect(wednesday?.isAllOut).toBe(true);
  expect(wednesday && reasonsOf(wednesday).map(({ reason }) => reason)).toEqual(["Σεισμός"]);
  const halves = [
    exception("2026-11-25T08:00", "2026-11-25T09:00"),
    exception("2026-11-25T09:00", "2026-11-25T12:00", { reason: "Απεργία" }),
    exception("2026-11-25T12:00", "2026-11-25T15:00"),
  ];
  const together = days(...halves)[1];
  expect(together?.isAllOut).toBe(true);
  expect(together && reasonsOf(together).map(({ reason }) => reason)).toEqual(["Εκπαίδευση", "Απεργία"]);
  expect(thursday?.out).toEqual([]);
});

test("nothing is closed on a day without hours", () => {
  const [, , , , saturday] = daysWith(closing("holiday", "2026-11-28T00:00", "2026-11-29T00:00", "Εορτή"));
  expect(saturday).toMatchObject({ out: [], isAllOut: false });
});

test("inactive on the dates that say so", () => {
  expect(days().map(({ isActive }) => isActive)).toEqual([true, true, false, false, true, true]);
  expect(days().filter(({ isDated }) => isDated)).toHaveLength(2);
});

test("all bands cover the same hours, whole ones", () => {
  expect(rangeOf([])).toEqual({ from: 420, to: 1200 });
  expect(rangeOf([{ from: 390, to: 1230 }])).toEqual({ from: 360, to: 1260 });
});
