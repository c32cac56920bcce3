import { randomUUID } from "node:crypto";
import type { Appointment } from "../../../src/appointments/contract.ts";
import type { Desk } from "../../desk.ts";
import { act, bookOrTakeAnother, type Ledger, moveSomewhere } from "../../journeys/busy-day.ts";
import { OFFICE } from "../../races/arena.ts";
import type { Seat } from "./seat.ts";
import type { DayAct } from "./turns.ts";

export interface Visitor {
  readonly lastName: string;
  readonly firstName: string;
  readonly phone: string;
}

/** Whoever does what the day asks for, at a page or by the API. */
export interface Clerk {
  readonly name: string;
  /** Null for whoever asks the API */
  readonly seat: Seat | null;
  /** Asks for an act; what became of it is looked at by others */
  take(visit: Appointment, act: DayAct, minute: number): Promise<void>;
  /** Puts away what was opened for it, once it is done */
  leave(): Promise<void>;
  /** @param isHere at the counter, not on the telephone */
  book(visitor: Visitor, isHere: boolean): Promise<void>;
  /** Shows that somebody is there: a session nobody uses ends after half an hour */
  stir(): Promise<void>;
}

export function apiClerk(name: string, desk: Desk, date: string, ledger: Ledger): Clerk {
  const freeTimes = async (channel: string) => {
    const { body } = await desk.ask(
      "GET",
      `/api/offices/${OFFICE}/availability?from=${date}&to=${date}&service=copy-certification&channel=${channel}`,
    );
    return body.days[0].times as { readonly time: string }[];
  };
  return {
    name,
    seat: null,
    take: async ({ id }, deed) => {
      if (deed === "move") await moveSomewhere(desk, ledger, id);
      else if (deed === "cancel") await act(desk, ledger, id, "cancellation", { reason: "Το ζήτησε ο πολίτης" });
      else if (deed === "service-start") await startBeside(desk, ledger, id);
      else await act(desk, ledger, id, deed);
    },
    leave: async () => {},
    book: async (visitor, isHere) => {
      const channel = isHere ? "in-person" : "phone";
      const [first] = await freeTimes(channel);
      const place = { date, time: first?.time, queue: null, service: "copy-certification" };
      await bookOrTakeAnother(desk, OFFICE, { ...place, ...visitor, channel, ...(isHere && { arrived: true }) });
    },
    stir: async () => void (await desk.ask("GET", `/api/offices/${OFFICE}/days/${date}`)),
  };
}

/**
 * Whoever is served at that counter still goes on: times are booked one behind the other, and people come late. Where a
 * colleague has begun or ended there meanwhile, it is looked at again.
 */
async function startBeside(desk: Desk, ledger: Ledger, id: string): Promise<void> {
  const { office, date, queue, version } = ledger.get(id) as Appointment;
  for (let tries = 0; ; tries++) {
    const { appointments } = (await desk.ask("GET", `/api/offices/${office}/days/${date}`)).body;
    const beside = appointments
      .filter((each: Appointment) => each.queue === queue && each.status === "in-service")
      .map((each: Appointment) => ({ id: each.id, version: each.version }));
    const body = { ends: [], beside, starts: { id, version } };
    const reply = await desk.ask("POST", `/api/offices/${office}/queues/${queue}/next`, { body, key: randomUUID() });
    if (reply.status === 200) return void ledger.set(id, reply.body.started.appointment);
    if (tries === 5) throw new Error(`start beside answered ${reply.status} ${JSON.stringify(reply.body)}`);
  }
}
