import fc from "fast-check";
import { expect, test } from "vitest";
import { anAppointment } from "../../../../test/an-appointment.ts";
import type { Ticket } from "../../../waiting/contract.ts";
import type { Appointment } from "../../contract.ts";
import { LISTED, type Status } from "../../statuses.ts";
import { SHOWN_CHANNELS, SORT_KEYS, type SortText } from "../look.ts";
import { fits, isInTable, type ListedAppointment, type ListedRow, sortedRows, ticketVisit } from "./rows.ts";

let nextId = 0;

function row(
  words: Partial<Omit<ListedAppointment, "appointment">>,
  more: Partial<Appointment> = {},
): ListedAppointment {
  const id = String(nextId++);
  const appointment = anAppointment({ id, time: "10:00", ...more });
  return {
    visit: appointment,
    appointment,
    ticket: null,
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
const firsts = (rows: readonly ListedRow[]) => rows.map(({ first }) => first);

test("names stand in the order of the Greek alphabet, whatever their accents and case", () => {
  const rows = named("ΩΡΑΙΟΠΟΥΛΟΥ", "ΪΣΑΡΗΣ", "Ηλιάδης", "άγγελος", "ΑΓΓΕΛΑΚΗ", "ΘΕΟΔΩΡΟΥ", "ΙΣΑΡΗ");
  expect(firsts(sortedRows(rows, "name"))).toEqual([
    "ΑΓΓΕΛΑΚΗ",
    "άγγελος",
    "Ηλιάδης",
    "ΘΕΟΔΩΡΟΥ",
    "ΙΣΑΡΗ",
    "ΪΣΑΡΗΣ",
    "ΩΡΑΙΟΠΟΥΛΟΥ",
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
    "booked",
    "arrived",
    "in-service",
    "served",
    "no-show",
    "cancelled",
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

const number = (more: Partial<Ticket> = {}) =>
  ({
    id: "n",
    issuedAt: "2026-11-24T10:38:00+02:00",
    queue: null,
    status: "arrived",
    service: "copy",
    ...more,
  }) as Ticket;

test("a number stands at the time at which it was given, among the appointments, whatever the order", () => {
  const ticket = number();
  const words = { first: "Α 033", rest: "", service: "Αντίγραφα", queue: "–", channel: "Αυτοπροσώπως" };
  const listed: ListedRow = { ...words, visit: ticketVisit(ticket), appointment: null, ticket };
  const rows = [
    row({ first: "γ" }, { time: "10:45", queue: 2, status: "booked" }),
    listed,
    row({ first: "β" }, { time: "10:15", queue: 3, status: "served" }),
  ];
  expect(firsts(sortedRows(rows))).toEqual(["β", "Α 033", "γ"]);
  expect(firsts(sortedRows(rows, "status"))).toEqual(["γ", "Α 033", "β"]);
  expect(firsts(sortedRows(rows, "queue")), "of no queue yet").toEqual(["γ", "β", "Α 033"]);
  const turnedAway = { ...listed, first: "–", visit: ticketVisit(number({ status: "turned-away" })) };
  expect(firsts(sortedRows([turnedAway, ...rows], "status")).at(-1)).toBe("–");
});

test("filters hold for numbers too; one that nobody has called is of no queue", () => {
  const waiting = ticketVisit(number());
  expect(fits(waiting, {})).toBe(true);
  expect(fits(waiting, { statuses: ["arrived"], services: ["copy"], channels: ["in-person"] })).toBe(true);
  expect(fits(waiting, { statuses: ["booked"] })).toBe(false);
  expect(fits(waiting, { channels: ["phone"] })).toBe(false);
  expect(fits(waiting, { queues: [1] })).toBe(false);
  expect(fits(ticketVisit(number({ queue: 1, status: "in-service" })), { queues: [1] })).toBe(true);
});

test("cancelled ones stay in the table, expired holds do not", () => {
  expect(isInTable({ status: "cancelled" } as Appointment)).toBe(true);
  expect(isInTable({ status: "expired" } as Appointment)).toBe(false);
});
