import type { Appointment } from "../../../src/appointments/contract.ts";
import { minuteOfDay } from "../../../src/platform/time.ts";
import type { Desk } from "../../desk.ts";
import type { Ledger } from "../../journeys/busy-day.ts";
import { OFFICE } from "../../races/arena.ts";
import type { Clerk, Visitor } from "./clerk.ts";
import { eventually } from "./seat.ts";
import { type DayAct, type Deed, deedsOf, type Turn } from "./turns.ts";

type Status = Appointment["status"];

/** What is known of one visit besides the appointment: whose it is, what is still to do, and how it stood before each act. */
interface Kept {
  readonly clerk: Clerk;
  deeds: Deed[];
  readonly statuses: Status[];
}

/** The day as it must be: every act that was asked for and nothing else, whoever did it and where. */
export interface VisitBook {
  readonly ledger: Ledger;
  /** What came out otherwise than it must */
  readonly wrong: string[];
  /** How many visits a page has to do with, and acts */
  throughPages(): { visits: number; acts: number };
  acts(): number;
  take(visit: Appointment, clerk: Clerk, turn: Turn, from?: number): void;
  /** Does what is due of this clerk's visits by that minute, one after the other */
  work(clerk: Clerk, minute: number): Promise<void>;
  book(clerk: Clerk, visitor: Visitor, isHere: boolean): Promise<Appointment>;
  /** It was moved by a change of rules: what is to be done is done at its new time */
  moved(after: Appointment): void;
}

const AFTER: Readonly<Partial<Record<DayAct, Status>>> = {
  arrival: "arrived",
  call: "arrived",
  "service-start": "in-service",
  completion: "served",
  "no-show": "no-show",
  departure: "left",
  cancel: "cancelled",
  move: "booked",
};

const EIGHT = 480;

export function openVisitBook(desk: Desk, date: string, ledger: Ledger): VisitBook {
  const kept = new Map<string, Kept>();
  const wrong: string[] = [];
  let [acts, actsAtPages] = [0, 0];
  const keptOf = (id: string) => kept.get(id) as Kept;
  const read = async (id: string): Promise<Appointment> =>
    (await desk.ask("GET", `/api/offices/${OFFICE}/appointments/${id}`)).body;

  /** One act, until the program says what became of it; that must be what was asked for. */
  const perform = async (clerk: Clerk, id: string, act: DayAct, minute: number): Promise<void> => {
    const before = ledger.get(id) as Appointment;
    const { statuses } = keptOf(id);
    await clerk.take(before, act, minute);
    let after = ledger.get(id) as Appointment;
    const isThere = async () => {
      if (after.version === before.version) after = await read(id);
      return after.version > before.version;
    };
    await eventually(isThere, `${clerk.name}: ${act} of ${before.reference}`);
    await clerk.leave();
    ledger.set(id, after);
    const expected = act === "undo" ? statuses.pop() : AFTER[act];
    if (act !== "undo") statuses.push(before.status);
    const isMoved = after.time !== before.time || after.queue !== before.queue;
    if (after.status !== expected || after.version !== before.version + 1 || isMoved !== (act === "move"))
      wrong.push(`${clerk.name}: ${act} of ${JSON.stringify(before)} led to ${JSON.stringify(after)}`);
    acts++;
    if (clerk.seat) actsAtPages++;
    if (act === "move") keptOf(id).deeds = deedsOf("usual", minuteOfDay(after.time));
  };

  const take: VisitBook["take"] = (visit, clerk, turn, from = minuteOfDay(visit.time)) => {
    ledger.set(visit.id, visit);
    kept.set(visit.id, { clerk, deeds: deedsOf(turn, from), statuses: visit.status === "booked" ? [] : ["booked"] });
  };

  return {
    ledger,
    wrong,
    take,
    acts: () => acts,
    throughPages: () => ({ visits: [...kept.values()].filter(({ clerk }) => clerk.seat).length, acts: actsAtPages }),
    work: async (clerk, minute) => {
      for (const [id, visit] of kept)
        while (visit.clerk === clerk && (visit.deeds[0]?.at ?? Number.POSITIVE_INFINITY) <= Math.max(minute, EIGHT))
          await perform(clerk, id, (visit.deeds.shift() as Deed).act, minute);
    },
    book: async (clerk, visitor, isHere) => {
      await clerk.book(visitor, isHere);
      let found: Appointment[] = [];
      const isThere = async () => {
        const { appointments } = (await desk.ask("GET", `/api/offices/${OFFICE}/days/${date}`)).body;
        found = appointments.filter((each: Appointment) => each.firstName === visitor.firstName);
        return found.length > 0;
      };
      await eventually(isThere, `${clerk.name}: ${visitor.lastName} ${visitor.firstName} is booked`);
      const [visit] = found as [Appointment];
      const [status, version] = isHere ? ["arrived", 2] : ["booked", 1];
      if (found.length !== 1 || visit.status !== status || visit.version !== version)
        wrong.push(`${clerk.name}: booked became ${JSON.stringify(found)}`);
      acts += version as number;
      if (clerk.seat) actsAtPages += version as number;
      return visit;
    },
    moved: (after) => {
      ledger.set(after.id, after);
      const visit = keptOf(after.id);
      const rest = after.status === "arrived" ? "walked in" : "usual";
      visit.deeds = deedsOf(rest, minuteOfDay(after.time));
    },
  };
}
