import { expect, test } from "vitest";
import type { Appointment, Day, QueueOfDay } from "../../contract.ts";
import { dayClosing, decidedToStay, exceptionsOn, isShutDay } from "./shut-day.ts";

const closing = (kind: QueueOfDay["closed"][number]["kind"], reason: string) => ({
  from: "00:00",
  to: "24:00",
  kind,
  reason,
  decided: null,
  exception: null,
  region: null,
});
const queue = (facts: Partial<QueueOfDay>) =>
  ({ active: true, open: [], closed: [], ...facts }) as unknown as QueueOfDay;
const day = (queues: QueueOfDay[], status: Appointment["status"] = "booked", date = "2026-12-01") =>
  ({
    date,
    now: { date: "2026-11-24", time: "10:42" },
    queues,
    appointments: [{ status } as Appointment],
  }) as unknown as Day;

test("a day is shut when nobody serves and somebody would come in vain", () => {
  const closed = queue({});
  expect(isShutDay(day([closed]))).toBe(true);
  expect(isShutDay(day([closed, queue({ open: [{ from: "08:00", to: "09:00" }] })]))).toBe(false);
  expect(isShutDay(day([closed, queue({ active: false, open: [{ from: "08:00", to: "09:00" }] })]))).toBe(true);
  expect(isShutDay(day([closed], "cancelled"))).toBe(false);
  expect(isShutDay(day([closed], "booked", "2026-11-23"))).toBe(false);
});

test("the ministry's word is named before the head's, and none of an inactive queue", () => {
  const queues = [
    queue({ active: false, closed: [closing("holiday", "Εορτή")] }),
    queue({ closed: [closing("exception", "Εκπαίδευση")] }),
    queue({ closed: [closing("exception", "Εκπαίδευση"), closing("closure", "Απεργία")] }),
  ];
  expect(dayClosing(day(queues))?.reason).toBe("Απεργία");
  expect(dayClosing(day(queues.slice(0, 2)))?.reason).toBe("Εκπαίδευση");
  expect(dayClosing(day([queue({})]))).toBeUndefined();
});

test("who stays by the head's decision is no one of those to be settled, nor who is done or late for today", () => {
  const visit = (id: string, status: Appointment["status"], time = "11:00") =>
    ({ id, status, time, minutes: 15 }) as Appointment;
  const today = {
    ...day([queue({})], "booked", "2026-11-24"),
    appointments: [
      visit("kept", "booked"),
      visit("open", "booked"),
      visit("served", "served"),
      visit("missed", "booked", "10:15"),
      visit("late", "booked", "10:30"),
    ],
    unsettled: ["open"],
  };
  expect(decidedToStay(today).map(({ id }) => id)).toEqual(["kept", "late"]);
});

test("the head's closings of a day are named once each, and none of an inactive queue", () => {
  const own = (exception: string) => ({ ...closing("exception", "Εκπαίδευση"), exception });
  const queues = [
    queue({ active: false, closed: [own("of nobody")] }),
    queue({ closed: [own("training"), closing("closure", "Απεργία")] }),
    queue({ closed: [own("training"), own("repair")] }),
  ];
  expect(exceptionsOn(day(queues))).toEqual(["training", "repair"]);
});
