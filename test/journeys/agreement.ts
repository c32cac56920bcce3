import { expect } from "@playwright/test";
import type pg from "pg";
import type { Appointment } from "../../src/appointments/contract.ts";
import type { Desk } from "../desk.ts";
import type { Ledger } from "./busy-day.ts";

/** What an office's desks believe is what the program says of it, in each of its ways to say so. */

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

export async function expectApiAgrees(desk: Desk, office: string, date: string, ledger: Ledger): Promise<void> {
  const { body } = await desk.ask("GET", `/api/offices/${office}/days/${date}`);
  expect([...body.appointments].sort(byId)).toEqual([...ledger.values()].sort(byId));
}

export async function expectViewAgrees(sql: pg.Client, office: string, ledger: Ledger): Promise<void> {
  const { rows } = await sql.query(
    `select reference, queue, status, live, channel,
       to_char(starts_at at time zone 'Europe/Athens', 'YYYY-MM-DD HH24:MI') as at,
       extract(epoch from ends_at - starts_at)::int / 60 as minutes
     from visits_check.appointment where office = $1 order by reference`,
    [office],
  );
  const expected = [...ledger.values()].map((appointment) => ({
    reference: appointment.reference,
    queue: appointment.queue,
    status: appointment.status,
    live: appointment.status !== "cancelled",
    channel: appointment.channel,
    at: `${appointment.date} ${appointment.time}`,
    minutes: appointment.minutes,
  }));
  expect(rows).toEqual(expected.sort((a, b) => (a.reference < b.reference ? -1 : 1)));
}

/** As many acts as versions, the last of them telling the state it stands in. */
export async function expectHistoryAgrees(desk: Desk, office: string, ledger: Ledger): Promise<void> {
  for (const { id, version, status } of ledger.values()) {
    const { body } = await desk.ask("GET", `/api/offices/${office}/appointments/${id}/history`);
    expect(body.events.map((event: { version: number }) => event.version)).toEqual(
      Array.from({ length: version }, (_, at) => version - at),
    );
    const last = body.events.flatMap(({ changes }: { changes: { field: string; to: string }[] }) =>
      changes.filter(({ field }) => field === "status"),
    )[0];
    expect((last?.to ?? "booked") as Appointment["status"]).toBe(status);
  }
}
