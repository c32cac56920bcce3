import { expect, test } from "vitest";
import { officeHours } from "../../hours/office-hours.ts";
import { againstQueues } from "./against-queues.ts";

const queue = (number: number, weekday: number, opens: string, closes: string, more: object = {}) => ({
  number,
  active: true,
  archived: false,
  hours: [{ weekday, opens, closes, from: null, to: null, ...more }],
});
const office = (counterHours: string | null, hoursExceptions: string | null = null) =>
  officeHours({ counterHours, telephoneHours: null, hoursExceptions });
const extra = (from: string, to: string) => ({ queue: null, kind: "extra" as const, from, to });

const differences = (
  hours: ReturnType<typeof office>,
  queues: ReturnType<typeof queue>[],
  exceptions = [] as ReturnType<typeof extra>[],
) => againstQueues(hours, { queues, exceptions, today: "2026-11-24" });

test("a queue that serves while the office is closed, and an office that is open without one, are told", () => {
  expect(differences(office("We 08:00-15:00"), [queue(3, 3, "08:00", "19:20"), queue(1, 3, "09:00", "14:00")])).toEqual(
    [{ is: "queue-outside", queue: 3, days: { weekday: 3 }, hours: "15:00–19:20" }],
  );
  expect(differences(office("We 08:00-15:00; Th 17:00-19:00"), [queue(1, 3, "09:00", "15:00")])).toEqual([
    { is: "without-queue", days: { weekday: 3 }, hours: "08:00–09:00" },
    { is: "without-queue", days: { weekday: 4 }, hours: "17:00–19:00" },
  ]);
});

test("by hours that hold today, of queues that serve; of hours that are not known nothing differs", () => {
  const over = queue(1, 3, "08:00", "19:00", { to: "2026-11-23" });
  const later = queue(2, 3, "08:00", "19:00", { from: "2026-11-25" });
  const off = { ...queue(4, 3, "08:00", "19:00"), active: false };
  const gone = { ...queue(5, 3, "08:00", "19:00"), archived: true };
  expect(differences(office("We 08:00-15:00"), [queue(3, 3, "08:00", "15:00"), over, later, off, gone])).toEqual([]);
  expect(differences(office(null), [queue(3, 3, "08:00", "15:00")])).toEqual([]);
});

test("extra hours of queues on a day on which the office stays closed are told by their date", () => {
  const saturday = extra("2026-11-28T09:00:00+02:00", "2026-11-28T13:00:00+02:00");
  expect(differences(office("Mo 08:00-08:30"), [queue(1, 1, "08:00", "08:30")], [saturday])).toEqual([
    { is: "queue-outside", queue: null, days: { date: "2026-11-28" }, hours: "09:00–13:00" },
  ]);
  expect(
    differences(office("Mo 08:00-08:30", "2026-11-28|09:00-13:00||"), [queue(1, 1, "08:00", "08:30")], [saturday]),
  ).toEqual([]);
});
