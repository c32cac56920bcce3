import { randomUUID } from "node:crypto";
import type { Appointment } from "../../src/appointments/contract.ts";
import type { Desk } from "../desk.ts";
import type { Platform } from "../platform.ts";
import { personNumber } from "./hard-names.ts";

/** What the desks believe after each answer: the last state of every appointment. */
export type Ledger = Map<string, Appointment>;

/** The directory sends an employee to an office, and nowhere else. */
export async function giveGate(platform: Pick<Platform, "output">, userid: string, office: string): Promise<void> {
  const directory = /directory\s+(http:\/\/\S+)/.exec(platform.output())?.[1];
  const answer = await fetch(`${directory}/people/${userid}/gates`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([{ gateId: `ΚΕΠ/${office}`, role: "clerk" }]),
  });
  if (!answer.ok) throw new Error(`A gate for ${userid} answered ${answer.status}`);
}

/** All desks book at once, whoever is free takes the next person; whoever loses a place takes the first one offered. */
export async function bookAll(desks: readonly Desk[], office: string, date: string, count: number): Promise<Ledger> {
  const times = await offeredTimes(desks[0] as Desk, office, date);
  const ledger: Ledger = new Map();
  let next = 0;
  const work = async (desk: Desk) => {
    while (next < count) {
      const index = next++;
      const time = times[Math.floor((index * times.length) / count)] as string;
      const { business, ...person } = personNumber(index);
      const body = {
        date,
        time,
        queue: null,
        service: "copy-certification",
        channel: index % 3 === 0 ? "email" : "phone",
        ...person,
        ...(business && { party: "business", business }),
        ...(index % 2 === 0 && { phone: "6944123456" }),
      };
      keep(ledger, await bookOrTakeAnother(desk, office, body));
    }
  };
  await Promise.all(desks.map(work));
  return ledger;
}

export async function bookOrTakeAnother(desk: Desk, office: string, body: object): Promise<Appointment> {
  const reply = await desk.ask("POST", `/api/offices/${office}/appointments`, { body, key: randomUUID() });
  if (reply.status === 201) return reply.body;
  if (reply.body?.code !== "slot-taken")
    throw new Error(`A booking answered ${reply.status} ${JSON.stringify(reply.body)}`);
  return bookOrTakeAnother(desk, office, { ...body, ...reply.body.alternatives[0] });
}

export async function offeredTimes(desk: Desk, office: string, date: string): Promise<string[]> {
  const { body } = await desk.ask("GET", `/api/offices/${office}/availability?from=${date}&to=${date}`);
  return body.days[0].times.map(({ time }: { time: string }) => time);
}

/** One act of one desk, as she last saw the appointment. @throws Error unless it is accepted */
export async function act(desk: Desk, ledger: Ledger, id: string, what: string, body?: object): Promise<void> {
  const seen = ledger.get(id) as Appointment;
  const options = { version: seen.version, key: randomUUID(), ...(body && { body }) };
  const reply = await desk.ask("POST", `/api/offices/${seen.office}/appointments/${id}/${what}`, options);
  if (reply.status !== 200) throw new Error(`${what} answered ${reply.status} ${JSON.stringify(reply.body)}`);
  keep(ledger, reply.body);
}

const keep = (ledger: Ledger, appointment: Appointment) => ledger.set(appointment.id, appointment);

/** Moves to the first place that is free in another queue or time. */
export async function moveSomewhere(desk: Desk, ledger: Ledger, id: string): Promise<void> {
  const { office, date } = ledger.get(id) as Appointment;
  const times = await offeredTimes(desk, office, date);
  await act(desk, ledger, id, "move", { date, time: times.at(-1), queue: null });
}
