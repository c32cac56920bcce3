import fc from "fast-check";
import { expect, test } from "vitest";
import type { Appointment } from "../../contract.ts";
import { LISTED, type Status } from "../../statuses.ts";
import { SHOWN_CHANNELS, SORT_KEYS, type SortText } from "../look.ts";
import { fits, isInTable, type ListedAppointment, sortedRows } from "./rows.ts";

let nextId = 0;

function row(
  words: Partial<Omit<ListedAppointment, "appointment">>,
  appointment: Partial<Appointment> = {},
): ListedAppointment {
  const id = String(nextId++);
  return {
    appointment: {
      id,
      time: "10:00",
      queue: 1,
      status: "booked",
      channel: "phone",
      anonymizedAt: null,
      ...appointment,
    } as Appointment,
    first: "Α",
    rest: "",
    service: "",
    queue: "Ουρά 1",
    channel: "Τηλέφωνο",
    isUndelivered: false,
    ...words,
  };
}

const named = (...names: string[]) => names.map((first) => row({ first }));
const firsts = (rows: readonly ListedAppointment[]) => rows.map(({ first }) => first);

test("names stand in the order of the Greek alphabet, whatever their accents and case", () => {
  const rows = named("ΩΡΑΙΟΠΟΥΛΟΥ", "ΪΣΑΡΗΣ", "Ηλιάδης", "άγγελος", "ΑΓΓΕΛΑΚΗ", "ΘΕΟΔΩΡΟΥ", "ΙΣΑΡΗ");
  expect(firsts(sortedRows(rows, "name"))).toEqual([
    ...["ΑΓΓΕΛΑΚΗ", "άγγελος", "Ηλιάδης", "ΘΕΟΔΩΡΟΥ"],
    ...["ΙΣΑΡΗ", "ΪΣΑΡΗΣ", "ΩΡΑΙΟΠΟΥΛΟΥ"],
  ]);
});

test("the same surname goes on by the first name", () => {
  const rows = [row({ first: "ΛΑΜΠΡΟΥ", rest: "Ωρίων" }), row({ first: "ΛΑΜΠΡΟΥ", rest: "Άννα" })];
  expect(sortedRows(rows, "name").map(({ rest }) => rest)).toEqual(["Άννα", "Ωρίων"]);
});

test("without a wish: by time, and at the same time by queue", () => {
  const rows = [
    row({ first: "γ" }, { time: "11:00", queue: 1 }),
    row({ first: "β" }, { time: "10:00", queue: 2 }),
    row({ first: "α" }, { time: "10:00", queue: 1 }),
  ];
  expect(firsts(sortedRows(rows))).toEqual(["α", "β", "γ"]);
  expect(firsts(sortedRows(rows, "-time"))).toEqual(["γ", "α", "β"]);
});

test("queues stand by number, not by letters", () => {
  const rows = [10, 2, 1].map((queue) => row({ first: String(queue) }, { queue }));
  expect(firsts(sortedRows(rows, "queue"))).toEqual(["1", "2", "10"]);
});

test("statuses stand in the order of a visit, cancelled ones last", () => {
  const statuses: Status[] = ["cancelled", "served", "booked", "no-show", "in-service", "arrived"];
  const rows = statuses.map((status) => row({ first: status }, { status }));
  expect(firsts(sortedRows(rows, "status"))).toEqual([
    ...["booked", "arrived", "in-service", "served", "no-show", "cancelled"],
  ]);
});

test("whatever the order, nobody is lost or doubled, and sorting twice changes nothing", () => {
  const anyRow = fc
    .record({
      first: fc.string(),
      time: fc.constantFrom("09:00", "09:15", "14:00"),
      queue: fc.integer({ min: 1, max: 4 }),
      status: fc.constantFrom(...LISTED),
      channel: fc.constantFrom(...SHOWN_CHANNELS),
    })
    .map(({ first, channel, ...rest }) => row({ first, channel }, { ...rest, channel }));
  const anySort = fc.constantFrom(...SORT_KEYS.flatMap((key): SortText[] => [key, `-${key}`]));
  fc.assert(
    fc.property(fc.array(anyRow), anySort, (rows, sort) => {
      const sorted = sortedRows(rows, sort);
      expect(new Set(sorted)).toEqual(new Set(rows));
      expect(sorted).toHaveLength(rows.length);
      expect(sortedRows(sorted.toReversed(), sort)).toEqual(sorted);
    }),
  );
});

test("values of one filter add up, filters all have to fit, no filter lets all through", () => {
  const { appointment } = row({}, { queue: 2, status: "arrived", service: "copy", channel: "online" });
  expect(fits(appointment, {})).toBe(true);
  expect(fits(appointment, { queues: [1, 2] })).toBe(true);
  expect(fits(appointment, { queues: [1, 2], statuses: ["booked"] })).toBe(false);
  expect(fits(appointment, { queues: [2], statuses: ["arrived"], services: ["copy"], channels: ["online"] })).toBe(
    true,
  );
  expect(fits(appointment, { queues: [7] })).toBe(false);
});

test("cancelled ones stay in the table, expired holds do not", () => {
  expect(isInTable({ status: "cancelled" } as Appointment)).toBe(true);
  expect(isInTable({ status: "expired" } as Appointment)).toBe(false);
});
