import { expect, test } from "vitest";
import { anAppointment } from "../../../../test/an-appointment.ts";
import type { Appointment, Day, QueueOfDay } from "../../contract.ts";
import { type Cell, isEarlier, planOf, uncovered } from "./plan-layout.ts";

const queue = (facts: Partial<QueueOfDay> = {}): QueueOfDay => ({
  number: 1,
  name: "Ουρά 1",
  isDefault: true,
  active: true,
  public: true,
  employee: null,
  slotMinutes: 15,
  hours: facts.open ?? [{ from: "08:00", to: "10:00" }],
  open: [{ from: "08:00", to: "10:00" }],
  closed: [],
  free: [],
  isMine: false,
  ...facts,
});

const appointment = (facts: Partial<Appointment> = {}): Appointment =>
  anAppointment({ id: `a-${facts.queue ?? 1}-${facts.time ?? "08:00"}`, ...facts });

const dayOf = (
  queues: QueueOfDay[],
  appointments: Appointment[] = [],
  now = { date: "2026-11-24", time: "07:00" },
): Day => ({
  date: "2026-11-24",
  version: "1",
  now,
  holiday: null,
  queues,
  appointments,
  unsettled: [],
  undelivered: [],
});

const cellsOf = (day: Day, index = 0): readonly Cell[] => planOf(day).columns[index]?.cells ?? [];
const drawn = (cells: readonly Cell[]): string[] => cells.map(({ kind, from, to }) => `${kind} ${from}-${to}`);

test("the plan reaches from the earliest opening to the latest closing, in whole hours", () => {
  const day = dayOf([
    queue({ open: [{ from: "08:30", to: "13:20" }] }),
    queue({ number: 2, open: [{ from: "09:00", to: "15:00" }] }),
  ]);
  expect(planOf(day).range).toEqual({ from: 480, to: 900 });
});

test("an appointment outside the hours widens the plan and is seen", () => {
  const day = dayOf([queue()], [appointment({ time: "16:10", minutes: 20 })]);
  expect(planOf(day).range).toEqual({ from: 480, to: 1020 });
  expect(drawn(cellsOf(day))).toEqual(["off 600-970", "appointment 970-990", "off 990-1020"]);
});

test("a closure of the whole day does not stretch the plan over the night", () => {
  const day = dayOf([
    queue(),
    queue({
      number: 2,
      open: [],
      closed: [
        {
          from: "00:00",
          to: "24:00",
          kind: "closure",
          reason: "Απεργία",
          decided: null,
          exception: null,
          region: null,
        },
      ],
    }),
  ]);
  expect(planOf(day).range).toEqual({ from: 480, to: 600 });
  expect(drawn(cellsOf(day, 1))).toEqual(["closed 480-600"]);
});

test("what closes the hours from the small hours on does not stretch the plan, and is seen where the hours are", () => {
  const day = dayOf([
    queue({
      hours: [{ from: "08:00", to: "15:00" }],
      open: [{ from: "09:00", to: "15:00" }],
      closed: [
        {
          from: "03:00",
          to: "09:00",
          kind: "exception",
          reason: "Απουσία",
          decided: null,
          exception: null,
          region: null,
        },
      ],
    }),
  ]);
  expect(planOf(day).range).toEqual({ from: 480, to: 900 });
  expect(drawn(cellsOf(day))).toEqual(["closed 480-540"]);
});

test("my own queue stands first, the others in their order", () => {
  const day = dayOf([queue(), queue({ number: 2 }), queue({ number: 3, isMine: true })]);
  expect(planOf(day).columns.map((column) => column.queue.number)).toEqual([3, 1, 2]);
});

test("the shortest row is a quarter of an hour at most, and the shortest slot or visit", () => {
  expect(planOf(dayOf([queue({ slotMinutes: 20 })])).shortest).toBe(15);
  expect(planOf(dayOf([queue(), queue({ number: 2, slotMinutes: 10 })])).shortest).toBe(10);
  expect(planOf(dayOf([queue()], [appointment({ minutes: 5 })])).shortest).toBe(5);
});

test("a phone folds what is over by now, but not the visit that stands open or waits to be noted", () => {
  const day = dayOf(
    [queue({ free: ["09:45"] })],
    [
      appointment({ id: "a-served", status: "served" }),
      appointment({ id: "a-unnoted", time: "08:15" }),
      appointment({ id: "a-opened", time: "08:30", status: "no-show" }),
    ],
    { date: "2026-11-24", time: "09:00" },
  );
  const earlier = cellsOf(day).filter((cell) => isEarlier(cell, planOf(day), "a-opened"));
  expect(drawn(earlier)).toEqual(["appointment 480-495", "past 525-540"]);
  expect(cellsOf(day).some((cell) => isEarlier(cell, planOf(day), "all"))).toBe(false);
});

test("a day without anything has the usual hours", () => {
  expect(planOf(dayOf([queue({ open: [] })])).range).toEqual({ from: 480, to: 900 });
});

test("what nobody took before it began stayed free, and the running slot says that it runs", () => {
  const day = dayOf([queue({ free: ["08:45"] })], [appointment({ time: "08:00" })], {
    date: "2026-11-24",
    time: "08:35",
  });
  expect(cellsOf(day).filter(({ kind }) => kind === "past")).toEqual([
    { kind: "past", time: "08:15", isRunning: false, from: 495, to: 510 },
    { kind: "past", time: "08:30", isRunning: true, from: 510, to: 525 },
  ]);
});

test("nothing of a future day is past, everything of yesterday is", () => {
  const future = dayOf([queue()], [], { date: "2026-11-23", time: "23:00" });
  const past = dayOf([queue()], [], { date: "2026-11-25", time: "07:00" });
  expect(cellsOf(future)).toEqual([]);
  expect(cellsOf(past)).toHaveLength(8);
});

test("outside hours says when it starts, when it ended, and the break between", () => {
  const late = queue({
    number: 2,
    open: [
      { from: "09:00", to: "11:00" },
      { from: "12:00", to: "13:00" },
    ],
  });
  const day = dayOf([queue({ open: [{ from: "08:00", to: "14:00" }] }), late]);
  expect(cellsOf(day, 1)).toEqual([
    { kind: "off", reason: { where: "before", time: "09:00" }, from: 480, to: 540 },
    { kind: "off", reason: { where: "between", from: "11:00", to: "12:00" }, from: 660, to: 720 },
    { kind: "off", reason: { where: "after", time: "13:00" }, from: 780, to: 840 },
  ]);
});

test("an exception around an appointment is named once, on its longest piece", () => {
  const closed = {
    from: "08:30",
    to: "09:30",
    kind: "exception",
    reason: "Εκπαίδευση",
    decided: null,
    exception: null,
    region: null,
  } as const;
  const day = dayOf(
    [
      queue({
        open: [
          { from: "08:00", to: "08:30" },
          { from: "09:30", to: "10:00" },
        ],
        closed: [closed],
      }),
    ],
    [appointment({ time: "08:45" })],
  );
  expect(cellsOf(day)).toMatchObject([
    { kind: "closed", from: 510, to: 525, isNamed: false },
    { kind: "appointment", from: 525, to: 540 },
    { kind: "closed", from: 540, to: 570, isNamed: true },
  ]);
});

test("an inactive queue offers nothing but keeps its appointments", () => {
  const day = dayOf([queue(), queue({ number: 2, active: false })], [appointment({ queue: 2, time: "08:30" })], {
    date: "2026-11-25",
    time: "07:00",
  });
  expect(drawn(cellsOf(day, 1))).toEqual(["off 480-510", "appointment 510-525", "off 525-600"]);
});

test("cancelled and expired appointments have left the plan; a held time is on it but is not counted", () => {
  const day = dayOf(
    [queue()],
    [
      appointment({ status: "cancelled" }),
      appointment({ time: "08:15", status: "expired" }),
      appointment({ time: "08:30", status: "held" }),
      appointment({ time: "08:45", status: "no-show" }),
    ],
  );
  expect(drawn(cellsOf(day))).toEqual(["appointment 510-525", "appointment 525-540"]);
  expect(planOf(day).columns[0]?.appointments).toBe(1);
});

test("now is only on today's plan", () => {
  expect(planOf(dayOf([queue()], [], { date: "2026-11-24", time: "10:42" })).now).toBe(642);
  expect(planOf(dayOf([queue()], [], { date: "2026-11-23", time: "10:42" })).now).toBeNull();
});

test("no two cells overlap", () => {
  const day = dayOf(
    [
      queue({
        open: [
          { from: "08:00", to: "09:00" },
          { from: "09:20", to: "12:00" },
        ],
        closed: [
          { from: "09:00", to: "09:20", kind: "exception", reason: "x", decided: null, exception: null, region: null },
        ],
        free: ["10:30", "11:00"],
      }),
    ],
    [appointment({ time: "08:30", minutes: 30 }), appointment({ time: "09:15" }), appointment({ time: "12:30" })],
    { date: "2026-11-24", time: "10:20" },
  );
  const cells = cellsOf(day);
  for (const [index, cell] of cells.entries()) expect(cell.from).toBeGreaterThanOrEqual(cells[index - 1]?.to ?? 0);
});

test("what the panel draws stands instead of the free places under it", () => {
  const cells = cellsOf(dayOf([queue({ free: ["08:00", "08:15", "08:30"] })]));
  expect(drawn(uncovered(cells, [{ from: 480, to: 510 }]))).toEqual(["free 510-525"]);
});
