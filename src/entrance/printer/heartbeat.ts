import type { PromiseNotes } from "../../measures/promises/promise-notes.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { refuseFields } from "../../platform/refusal.ts";
import { hasUnseenCharacters, tidy } from "../../platform/text/names.ts";
import { dateOf, offsetText } from "../../platform/time.ts";
import { hashOfToken } from "../../platform/token.ts";
import { makeOwnKey } from "../../waiting/place/own-key.ts";
import { lineView, placeView } from "../place/place-view.ts";
import type { PrinterCaller } from "./caller.ts";
import { type Heartbeat, type HeartbeatAnswer, LONGEST_SOFTWARE, type PrintJob } from "./contract.ts";
import { printedPlaceKey } from "./own-keys.ts";
import { printsWaiting } from "./print-sql.ts";
import { existingTerms, noteHeartbeat, type PrinterTerms } from "./printer-sql.ts";

/** Often enough for whoever stands at a counter and waits for the paper */
const AGAIN_SECONDS = 5;

interface Beat extends Heartbeat {
  readonly now: Temporal.Instant;
  readonly promises: PromiseNotes;
  /** What is printed of a place, and where its key leads */
  paperOf(
    place: NonNullable<Awaited<ReturnType<typeof placeView>>>,
    terms: PrinterTerms,
    token: string,
  ): Omit<PrintJob, "id" | "number">;
}

/**
 * A printer lives; it is told what to print. Each job comes again until it was confirmed, with the same words of its place's key.
 * @throws Refusal 401 for a printer that was removed; 422 for its name
 */
export async function heartbeat(tx: Tx, printer: PrinterCaller, beat: Beat): Promise<HeartbeatAnswer> {
  const { now, paper } = beat;
  const { office, id } = printer;
  const software = tidy(beat.software);
  refuseFields(softwareErrors(software));
  const terms = await existingTerms(tx, office.id, id);
  await noteHeartbeat(tx, office.id, { id, paper, software, now });
  return { time: offsetText(now), againSeconds: AGAIN_SECONDS, prints: await printsFor(tx, printer, terms, beat) };
}

/** Of those who still wait: a paper for somebody who was served or has left is of no use. */
async function printsFor(
  tx: Tx,
  { office, id, key }: PrinterCaller,
  terms: PrinterTerms,
  { now, promises, paperOf }: Beat,
) {
  const jobs = await printsWaiting(tx, office.id, { printer: id, date: dateOf(now), now });
  if (jobs.length === 0) return [];
  const view = await lineView(tx, office, { now, promises });
  const prints: PrintJob[] = [];
  for (const job of jobs) {
    const seen = placeView(view, { visit: job.visit, now, on: "printer" });
    if (!seen?.place.number || (seen.place.is !== "waiting" && seen.place.is !== "called")) continue;
    const token = printedPlaceKey(key, "print", job.id);
    await makeOwnKey(tx, office, { hash: hashOfToken(token) as Buffer, visit: job.visit, now });
    prints.push({ id: job.id, number: seen.place.number, ...paperOf(seen, terms, token) });
  }
  return prints;
}

function softwareErrors(software: string) {
  if (software === "") return [{ field: "software", code: "field-required" }];
  const { length } = software;
  if (length > LONGEST_SOFTWARE)
    return [{ field: "software", code: "field-too-long", values: { max: LONGEST_SOFTWARE, length } }];
  return hasUnseenCharacters(software) ? [{ field: "software", code: "field-control-characters" }] : [];
}
