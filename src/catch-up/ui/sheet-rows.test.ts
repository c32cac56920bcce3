import { expect, test } from "vitest";
import { anAppointment } from "../../../test/an-appointment.ts";
import type { Appointment, Day } from "../../appointments/contract.ts";
import type { Status } from "../../appointments/statuses.ts";
import { firstToTick, goneOf, type Marks, restOf, rowsShown, sheetRows, spanShown, withNewer } from "./sheet-rows.ts";

const visit = (id: string, time: string, status: Status = "booked", more: Partial<Appointment> = {}) =>
  anAppointment({ id, time, status, ...more });
const dayOf = (...appointments: Appointment[]) =>
  ({ date: "2026-11-24", now: { date: "2026-11-24", time: "10:42" }, appointments }) as unknown as Day;

const ALL = { from: 0, to: 1440 };
const ids = (day: Day, span = ALL, marks: Marks = {}) =>
  sheetRows(day, span, marks).map(({ appointment: { id } }) => id);

test("rows stand as they are printed: by time, then by queue, those that were cancelled left out", () => {
  const day = dayOf(
    visit("c", "09:15"),
    visit("b", "09:00", "booked", { queue: 2 }),
    visit("a", "09:00"),
    visit("x", "08:00", "cancelled"),
  );
  expect(ids(day)).toEqual(["a", "b", "c"]);
});

test("only those of the outage, and whatever was ticked", () => {
  const day = dayOf(
    visit("before", "08:45"),
    visit("running", "09:00"),
    visit("within", "10:15"),
    visit("after", "10:20"),
  );
  const search = { from: "09:05", to: "10:20" };
  expect(rowsShown(search, day)).toBe("outage");
  const span = spanShown("outage", search, day);
  expect(ids(day, span)).toEqual(["running", "within"]);
  expect(ids(day, span, { after: { status: "served", version: 1 } })).toEqual(["running", "within", "after"]);
});

test("of today those that have begun, of another day all", () => {
  const day = dayOf(visit("begun", "10:42"), visit("soon", "10:45"));
  expect(rowsShown({}, day)).toBe("now");
  expect(ids(day, spanShown("now", {}, day))).toEqual(["begun"]);
  expect(rowsShown({}, { ...day, date: "2026-11-23" })).toBe("day");
  expect(ids(day, spanShown("day", {}, day))).toEqual(["begun", "soon"]);
});

test("a tick counts while it may; a colleague's change since must be seen first", () => {
  const marks: Marks = {
    a: { status: "served", version: 1 },
    b: { status: "served", version: 1 },
    c: { status: "no-show", version: 1 },
  };
  const day = dayOf(
    visit("a", "09:00"),
    visit("b", "09:15", "arrived", { version: 2 }),
    visit("c", "09:30", "arrived", { version: 2 }),
  );
  const [a, b, c] = sheetRows(day, ALL, marks);
  expect(a).toMatchObject({ mark: "served", isUnseen: false, isSettled: false });
  expect(b).toMatchObject({ mark: "served", isUnseen: true, isSettled: false });
  expect(c).toMatchObject({ mark: null, options: [], isUnseen: false, isSettled: true });
  expect(goneOf({ ...marks, d: { status: "served", version: 1 } }, day)).toBe(1);
});

test("the rest are those that have begun and have no tick", () => {
  const day = dayOf(visit("a", "09:00"), visit("b", "09:15"), visit("c", "09:30", "served"), visit("d", "11:00"));
  const rest = (of: Day) => restOf(sheetRows(of, ALL, { a: { status: "no-show", version: 1 } }), of);
  expect(rest(day).map(({ appointment: { id } }) => id)).toEqual(["b"]);
});

test("the work begins at the first row that has begun and is not done, else at one that can be ticked, else at none", () => {
  const first = (...visits: Appointment[]) => {
    const day = dayOf(...visits);
    return firstToTick(sheetRows(day, ALL, { a: { status: "no-show", version: 1 } }), day)?.appointment.id;
  };
  const done = [visit("a", "08:00"), visit("b", "08:15", "served"), visit("c", "08:30", "no-show")];
  expect(first(...done, visit("d", "09:00"), visit("e", "09:15"))).toBe("d");
  expect(first(...done, visit("f", "08:45", "in-service"), visit("d", "09:00"))).toBe("f");
  expect(first(visit("a", "08:00"), visit("b", "08:15", "served"))).toBeUndefined();
});

test("what a refusal told of an appointment stands until the day says something newer", () => {
  const day = dayOf(visit("a", "09:00", "booked", { version: 2 }));
  const status = (appointment: Appointment) => withNewer(day, appointment).appointments.map((one) => one.status);
  expect(status(visit("a", "09:00", "arrived", { version: 3 }))).toEqual(["arrived"]);
  expect(status(visit("a", "09:00", "arrived", { version: 1 }))).toEqual(["booked"]);
  expect(status(visit("a", "09:00", "booked", { version: 3, date: "2026-11-25" }))).toEqual([]);
  expect(status(visit("b", "09:00"))).toEqual(["booked"]);
});
