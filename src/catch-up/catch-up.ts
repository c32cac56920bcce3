import { randomUUIDv7 } from "node:crypto";
import { addWalkIns, timeOn } from "../appointments/paper/add-walk-ins.ts";
import { markAll } from "../appointments/paper/mark-all.ts";
import { lockDays } from "../appointments/place/locks.ts";
import { record } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { noteLeftFromPaper } from "../waiting/issue.ts";
import type { CatchUpRequest, CaughtUp } from "./contract.ts";

/**
 * What was noted on the printed sheet of a day, all of it or nothing: ticks and walk-ins, each with its own history. Who left
 * has no place, but a number. Nobody is told of it but the other desks.
 * @throws Refusal 409 for a day to come; as `markAll` and `addWalkIns` do
 */
export async function catchUp(
  tx: Tx,
  office: OperableOffice,
  { date, marks, walkIns }: CatchUpRequest & { readonly date: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<CaughtUp> {
  if (Temporal.PlainDate.compare(date, dateOf(now)) > 0) throw new Refusal(409, "catch-up-to-come");
  if (marks.length + walkIns.length === 0) throw new Refusal(422, "catch-up-empty");
  const id = randomUUIDv7();
  const paper = { date, cause: id, now };
  await lockDays(tx, office.id, date);
  const { arrived, served, "no-show": noShow } = await markAll(tx, office, marks, paper);
  await addWalkIns(tx, office, walkIns, paper);
  const left = walkIns.filter(({ until }) => until === null).toSorted((a, b) => (a.time < b.time ? -1 : 1));
  for (const { service, time } of left) await noteLeftFromPaper(tx, office, { service, at: timeOn(date, time) }, paper);
  const counts = { date: date.toString(), arrived, served, noShow, walkIns: walkIns.length, left: left.length };
  await record(tx, office, { id, act: "caught-up", details: counts }, now);
  return { id, ...counts };
}
