import type { Alternative } from "../appointments/contract.ts";
import { appointmentsByIds } from "../appointments/many/concerned.ts";
import { lockDays } from "../appointments/place/locks.ts";
import { record } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import { announceChange } from "../live/announce.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { declaredText } from "../platform/http/contract/declared-only.ts";
import { type ReadyJson, readyContent } from "../platform/http/ready-json.ts";
import { Refusal } from "../platform/refusal.ts";
import { epochMinute, localDay, minuteOfDay, offsetText } from "../platform/time.ts";
import { type CallList, callDaysResponse } from "./contract.ts";
import { urgentUntil } from "./draft-proposal.ts";
import { callsOf, type NotedCall, noteCall, openCallDays } from "./notify-sql.ts";

const daysText = declaredText(callDaysResponse);

/** The days with somebody to call, to all of the office alike. */
export async function callDaysFrom(
  tx: Read,
  { id }: OperableOffice,
  today: Temporal.PlainDate,
): Promise<() => ReadyJson> {
  const open = await openCallDays(tx, id, today);
  const ready = readyContent(
    daysText({ days: open.map(({ date, ...counts }) => ({ date: date.toString(), ...counts })) }),
  );
  return () => ready;
}

/** The citizens of one day to call, with their telephones; whose visit is nearest first. */
export async function callsOn(
  tx: Read,
  office: OperableOffice,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<CallList> {
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
      if (!appointment) return [];
      const isUrgent = outcome !== "agreed" && isNear([before, appointment], now);
      return [{ appointment, was: before, why, isUrgent, outcome, notedAt, notedBy: noted_by, version }];
    }),
  };
}

/** Whether any of these times is to come, and so soon that a word can't wait. */
const isNear = (times: readonly Pick<Alternative, "date" | "time">[], now: Temporal.Instant): boolean =>
  times
    .map(({ date, time }) => localDay(Temporal.PlainDate.from(date)).at(minuteOfDay(time)))
    .some((minute) => minute >= epochMinute(now) && minute < urgentUntil(now));

/** The outcome of a call, while nobody takes back the change behind it. @throws Refusal 404, 412 when a colleague has noted something meanwhile */
export async function noteOutcome(
  tx: Tx,
  office: OperableOffice,
  { date, ...noted }: NotedCall & { readonly date: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<CallList["calls"][number]> {
  await lockDays(tx, office.id, date);
  const isNoted = await noteCall(tx, office, noted, now);
  const call = (await callsOn(tx, office, date, now)).calls.find(({ appointment }) => appointment.id === noted.id);
  if (!call) throw new Refusal(404, "call-not-found");
  // On the day's plan it is seen whose e-mail is missed still.
  const days = [date, Temporal.PlainDate.from(call.appointment.date)];
  if (!isNoted)
    throw new Refusal(412, "version-stale", { values: { words: "call-stale" }, extensions: { current: call } });
  announceChange(tx, office.id, days, noted.id, office.employeeId);
  await record(tx, office, { act: "call-noted", appointments: [noted.id] }, now);
  return call;
}
