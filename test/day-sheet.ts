import type { Appointment, QueueOfDay } from "../src/appointments/contract.ts";
import type { DaySheet, DayWish } from "../src/paper/day/print-day.ts";
import { anAppointment } from "./an-appointment.ts";

interface SheetWish extends Partial<Pick<DayWish, "order" | "phones">> {
  readonly queues: readonly QueueOfDay[];
  readonly visits: readonly Appointment[];
}

/** A sheet of Tuesday 24 November 2026, as printed by an invented head. */
export const aSheet = ({ order = "time", phones = "none", queues, visits }: SheetWish): DaySheet => ({
  office: { code: "9901", name: "ΚΕΠ Νέας Αυγής" },
  wish: { order, phones, queue: undefined, date: Temporal.PlainDate.from("2026-11-24") },
  allQueues: [...queues],
  queues,
  visits,
  services: new Map(),
  print: {
    date: "2026-11-24",
    number: 1,
    by: "Νεφέλη Λιμνιώτη",
    at: Temporal.Instant.from("2026-11-24T07:52:00+02:00"),
  },
});

export const aVisit = (time: string, queue: number, more: Partial<Appointment> = {}): Appointment =>
  anAppointment({ queue, time, service: "Γνήσιο υπογραφής", phone: "+306944123456", ...more });

export const aQueue = (number: number, closed: QueueOfDay["closed"] = []): QueueOfDay => ({
  number,
  name: `Ουρά ${number}`,
  isDefault: number === 1,
  active: true,
  public: false,
  slotMinutes: 15,
  employee: "Άρης Καστανάς",
  isMine: false,
  hours: [],
  open: [],
  closed,
  free: [],
});

/** Of 40 letters each */
const LONG_NAME = {
  lastName: "Παπαδημητρακοπούλου-Χατζηκωνσταντινίδου",
  firstName: "Μαρία-Αικατερίνη-Ελευθερία-Παναγιώτα ΑΒ",
};

/** The n-th visit of a day, in a queue of its turn; each has a name that nobody else has. */
function visitNumber(index: number, isLong: boolean) {
  const minute = 7 * 60 + Math.floor(index / 3) * 5;
  const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const name = isLong ? LONG_NAME : { lastName: "Παπαδοπούλου", firstName: "Ελένη" };
  return aVisit(time, (index % 3) + 1, { ...name, firstName: `${name.firstName} ν${index}ν` });
}

/** In three queues, at most three at a time. */
export const manyVisits = (count: number, isLong = false): Appointment[] =>
  Array.from({ length: count }, (_, index) => visitNumber(index, isLong));

/** How many visits take how many pages of paper: of usual names, and of those that need two lines */
export const PAGES_OF_VISITS = [
  { count: 0, usual: 1, long: 1 },
  { count: 1, usual: 1, long: 1 },
  { count: 23, usual: 1, long: 1 },
  { count: 37, usual: 1, long: 2 },
  { count: 48, usual: 1, long: 2 },
  { count: 49, usual: 2, long: 2 },
  { count: 150, usual: 4, long: 6 },
  { count: 600, usual: 13, long: 24 },
] as const;
