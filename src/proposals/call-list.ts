import { appointmentsByIds } from "../appointments/many/concerned.ts";
import { lockDays } from "../appointments/place/locks.ts";
import { record } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import { announceChange } from "../live/announce.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { offsetText } from "../platform/time.ts";
import type { CallList } from "./contract.ts";
import { callsOf, type NotedCall, noteCall } from "./notify-sql.ts";

/** The citizens of one day to call, with their telephones; to see it is recorded (invariant 8). */
export async function callListOf(
  tx: Tx,
  office: OperableOffice,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<CallList> {
  const list = await callsOn(tx, office, date);
  const details = { date: list.date, people: list.calls.length };
  if (list.calls.length > 0) await record(tx, office, { act: "call-list-seen", details }, now);
  return list;
}

/** Not recorded: that is left to whoever shows or prints them. */
export async function callsOn(tx: Read, office: OperableOffice, date: Temporal.PlainDate): Promise<CallList> {
  const rows = await callsOf(tx, office.id, date);
  const known = await appointmentsByIds(
    tx,
    office,
    rows.map((row) => row.appointment_id),
  );
  return {
    date: date.toString(),
    calls: rows.flatMap(({ appointment_id, before, why, outcome, noted_at, noted_by, version }) => {
      const appointment = known.get(appointment_id);
      const notedAt = noted_at && offsetText(noted_at);
      return appointment ? [{ appointment, was: before, why, outcome, notedAt, notedBy: noted_by, version }] : [];
    }),
  };
}

/** The outcome of a call, while nobody takes back the change behind it. @throws Refusal 404, 412 when a colleague has noted something meanwhile */
export async function noteOutcome(
  tx: Tx,
  office: OperableOffice,
  { date, ...noted }: NotedCall & { readonly date: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<CallList["calls"][number]> {
  await lockDays(tx, office.id, date);
  const isNoted = await noteCall(tx, office, noted, now);
  const call = (await callListOf(tx, office, date, now)).calls.find(({ appointment }) => appointment.id === noted.id);
  if (!call) throw new Refusal(404, "call-not-found");
  // On the day's plan it is seen whose e-mail is missed still.
  const days = [date, Temporal.PlainDate.from(call.appointment.date)];
  if (isNoted) await announceChange(tx, office.id, days, noted.id, office.employeeId);
  else throw new Refusal(412, "version-stale", { values: { words: "call-stale" }, extensions: { current: call } });
  return call;
}
