import { anItem } from "../../items-to-bring.ts";
import type { MinistryPerson } from "../../ministry-person.ts";
import { serviceIn } from "../log.ts";
import { ask, type Stage, type StagedOffice } from "../stage.ts";

/** What a head says of the office in «Το ΚΕΠ μου», and the ministry of a service, in the log as well. */

async function say(stage: Stage, { head, log }: StagedOffice, body: object): Promise<boolean> {
  const { version } = (await head.ask("GET", `${log.code}/settings`)).body;
  const options = { body, version };
  return (await ask(stage, head, "settings", ["PATCH", `${log.code}/settings`], options)) !== null;
}

export async function seat(stage: Stage, place: StagedOffice, count: number): Promise<void> {
  if (await say(stage, place, { seats: count })) place.log.seats.push({ at: stage.now(), count });
}

/** @param minutes null: as the catalogue says */
export async function takeMinutes(
  stage: Stage,
  place: StagedOffice,
  service: string,
  minutes: number | null,
): Promise<void> {
  if (await say(stage, place, { services: { [service]: { minutes } } }))
    place.log.ownMinutes.push({ at: stage.now(), service, minutes });
}

/** What to bring for a service, in these words. */
export async function bringLines(
  stage: Stage,
  ministry: MinistryPerson,
  code: string,
  lines: readonly string[],
): Promise<void> {
  const { services } = (await ministry.rule("GET", "services")).body;
  const { version } = services.find((each: { readonly code: string }) => each.code === code);
  const options = { body: { toBring: lines.map((line) => anItem(line)) }, version };
  if (await ask(stage, ministry, "lines", ["PATCH", `/api/ministry/services/${code}`], options))
    stage.log.lines.push({ at: stage.now(), code, lines });
}

/** A day on which the whole country is closed. */
export async function closeNation(stage: Stage, ministry: MinistryPerson, date: string): Promise<void> {
  const reason = "Εκλογές";
  const { status, body } = await ministry.post("closures", { region: null, from: date, to: date, reason });
  if (status !== 201) throw new Error(`closures: ${status} ${JSON.stringify(body)}`);
  stage.log.holidays.set(date, stage.now());
  stage.log.closures.push({ date, text: reason });
}

/** In the catalogue, for all offices. */
export async function inCatalogue(
  stage: Stage,
  ministry: MinistryPerson,
  code: string,
  said: { readonly minutes: number } | { readonly group: string },
): Promise<void> {
  const known = serviceIn(stage.log, code, stage.now());
  const { services } = (await ministry.rule("GET", "services")).body;
  const { version } = services.find((each: { readonly code: string }) => each.code === code);
  const body = "group" in said ? { entranceGroup: said.group } : said;
  const options = { body, version };
  if (known && (await ask(stage, ministry, "catalogue", ["PATCH", `/api/ministry/services/${code}`], options)))
    stage.log.catalogue.push({ ...known, ...said, at: stage.now() });
}
