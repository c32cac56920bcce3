import { randomUUIDv7 } from "node:crypto";
import { bookMany } from "../appointments/many/book-many.ts";
import { lockOffice } from "../appointments/place/locks.ts";
import { record } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import { rememberUsualService } from "../offices/setting/usual-service.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import type { BringInRequest, BroughtIn } from "./contract.ts";
import type { PlannedRow } from "./plan.ts";
import { planDiary, termsOf } from "./plan-diary.ts";
import { type DiaryAsking, presentedPlan } from "./preview.ts";
import type { ReadDiary } from "./read-diary.ts";

/** Rows that stay in the paper diary unless somebody puts them right or says that they may. */
const UNDECIDED: readonly string[] = ["collides", "unclear"];

/**
 * Books what the preview showed, all of it or nothing, while nobody else books or changes a rule in the office.
 * @throws Refusal 409 `preview-stale` with a new preview, when anything of it has changed; 422 while rows are undecided
 */
export async function bringIn(
  tx: Tx,
  office: OperableOffice,
  request: BringInRequest,
  { read, now, language }: DiaryAsking & { readonly read: ReadDiary },
): Promise<BroughtIn> {
  await lockOffice(tx, office.id);
  const diary = await planDiary(read, await termsOf(tx, office, read, now));
  if (diary.fingerprint !== request.fingerprint)
    throw new Refusal(409, "preview-stale", { extensions: { preview: await presentedPlan(diary, language) } });
  const undecided = diary.rows.filter(({ verdict }) => UNDECIDED.includes(verdict)).length + read.unread.length;
  if (undecided > 0 && !request.leavesRest) throw new Refusal(422, "diary-undecided", { values: { count: undecided } });
  const fitting = diary.rows.filter(({ verdict }) => verdict === "fits");
  if (fitting.length === 0) throw new Refusal(422, "diary-nothing-fits");
  const id = randomUUIDv7();
  await bookMany(tx, office, fitting.flatMap(bookingOf), { now, cause: id });
  const dates = fitting.map(({ date }) => String(date)).sort();
  const [firstDate = null, lastDate = null] = [dates[0], dates.at(-1)];
  const unread = read.unread.length + read.onPaper.length;
  const details = { booked: fitting.length, leftOut: diary.rows.length - fitting.length, unread, firstDate, lastDate };
  const usual = request.service;
  if (usual !== null && fitting.some(({ service }) => service === usual)) await rememberUsualService(tx, office, usual);
  await record(tx, office, { id, act: "diary-brought-in", details }, now);
  return { id, ...details };
}

function bookingOf({ place, lastName, firstName, phone, email, service, notes, business }: PlannedRow) {
  if (!place) return [];
  const party = business === null ? {} : { party: "business" as const, business: { name: business, afm: null } };
  return [{ place, details: { lastName, firstName, phone, email, service, notes, ...party } }];
}
