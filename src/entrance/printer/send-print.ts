import { randomUUIDv7 } from "node:crypto";
import { record } from "../../audit/record.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import { lineNow } from "../../waiting/place/line-now.ts";
import { ownPlace } from "../../waiting/place/own-place.ts";
import type { Printers, PrintRequest, SentPrint } from "../contract.ts";
import { insertPrint, printsWaiting } from "./print-sql.ts";
import { type PrinterRow, printersOf } from "./printer-sql.ts";
import { silentMinutes } from "./silence.ts";

/** So many wait for one printer at most */
const MOST_PRINTS = 20;

export const officePrinters = async (tx: Read, office: OperableOffice, now: Temporal.Instant): Promise<Printers> => ({
  printers: (await printersOf(tx, office.id)).map(({ seenAt, ...row }) => ({
    ...row,
    silentMinutes: silentMinutes(seenAt, now),
  })),
});

/**
 * Has the number of somebody who waits printed: whoever gave it need not write it down.
 * @throws Refusal 404 for the printer; 409 where it can't print now, or there is no number to be printed
 */
export async function sendPrint(
  tx: Tx,
  office: OperableOffice,
  { printer: id, visit }: PrintRequest,
  now: Temporal.Instant,
): Promise<SentPrint> {
  const date = dateOf(now);
  const printer = (await printersOf(tx, office.id)).find((each) => each.id === id);
  if (!printer) throw new Refusal(404, "screen-not-found");
  const why = hindrance(printer, now);
  if (why) throw new Refusal(409, why, { values: { name: printer.name } });
  const place = ownPlace(await lineNow(tx, office, date), visit);
  if (!place?.number || (place.is !== "waiting" && place.is !== "called")) throw new Refusal(409, "number-not-waiting");
  if ((await printsWaiting(tx, office.id, { printer: id, date, now })).length >= MOST_PRINTS)
    throw new Refusal(409, "prints-full", { values: { name: printer.name } });
  const job = randomUUIDv7();
  await insertPrint(tx, office.id, { id: job, printer: id, visit, date, employeeId: office.employeeId, now });
  await record(tx, office, { act: "number-printed", details: { number: place.number, name: printer.name } }, now);
  return { id: job, number: place.number, printer: printer.name };
}

/** Why it prints nothing now; null: it does. */
function hindrance(
  { paper, seenAt }: PrinterRow,
  now: Temporal.Instant,
): "printer-silent" | "printer-without-paper" | null {
  if (seenAt === null || silentMinutes(seenAt, now) !== null) return "printer-silent";
  return paper === "out" ? "printer-without-paper" : null;
}
