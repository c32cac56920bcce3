import { randomUUIDv7 } from "node:crypto";
import { record } from "../audit/record.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { announceRules } from "../live/announce.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { PRINTER_API } from "../platform/http/contract/published.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { hasUnseenCharacters, tidy } from "../platform/text/names.ts";
import { offsetText } from "../platform/time.ts";
import { hashOfToken, newToken } from "../platform/token.ts";
import {
  type EntranceScreen,
  type EntranceScreens,
  LONGEST_SCREEN_NAME,
  MOST_SCREENS,
  type NewScreen,
  type NewScreenRequest,
} from "./contract.ts";
import { silentMinutes } from "./printer/silence.ts";
import { DISPLAY, ENTRANCE, PRINTER_KEY_PREFIX } from "./rules.ts";
import { deleteScreen, insertScreen, lockScreens, type ScreenRow, screensOf } from "./sql.ts";

/**
 * An office's screens and printers: each has a key of its own. One at the entrance can note an arrival and give numbers, a
 * printer the latter alone, a display can change nothing.
 */

export const entranceScreens = async (
  tx: Read,
  office: AdministeredOffice,
  now: Temporal.Instant,
): Promise<EntranceScreens> => ({
  screens: (await screensOf(tx, office.id)).map((row) => presentedScreen(row, now)),
});

/** @throws Refusal 422 at the name; 409 when there are ten already */
export async function addScreen(
  tx: Tx,
  office: AdministeredOffice,
  request: NewScreenRequest,
  now: Temporal.Instant,
): Promise<NewScreen> {
  const name = tidy(request.name);
  refuseFields(nameErrors(name));
  const kind = request.kind ?? "entrance";
  await lockScreens(tx, office.id);
  if ((await screensOf(tx, office.id)).length >= MOST_SCREENS)
    throw new Refusal(409, "screens-full", { values: { max: MOST_SCREENS } });
  const [id, token] = [randomUUIDv7(), newToken()];
  const { employeeId } = office;
  await insertScreen(tx, office.id, { id, name, kind, tokenHash: hashOfToken(token) as Buffer, employeeId, at: now });
  await record(tx, office, { act: "entrance-screen-added", details: { name, kind } }, now);
  announceRules(tx, office.id);
  const row = (await screensOf(tx, office.id)).find((each) => each.id === id) as ScreenRow;
  const presented = presentedScreen(row, now);
  // A program keeps its key apart from addresses, which are written into logs.
  if (kind === "printer") return { ...presented, path: PRINTER_API, key: PRINTER_KEY_PREFIX + token };
  return { ...presented, path: `${PATHS[kind]}/${token}`, key: null };
}

/** From then on its key opens nothing, and what it shows goes. @throws Refusal 404 */
export async function removeScreen(
  tx: Tx,
  office: AdministeredOffice,
  id: string,
  now: Temporal.Instant,
): Promise<EntranceScreens> {
  const removed = await deleteScreen(tx, office.id, id);
  if (!removed) throw new Refusal(404, "screen-not-found");
  await record(tx, office, { act: "entrance-screen-removed", details: removed }, now);
  announceRules(tx, office.id);
  return entranceScreens(tx, office, now);
}

const PATHS = { entrance: ENTRANCE, display: DISPLAY } as const;

function nameErrors(name: string) {
  if (name === "") return [{ field: "name", code: "field-required" }];
  const { length } = name;
  const values = { max: LONGEST_SCREEN_NAME, length };
  if (length > LONGEST_SCREEN_NAME) return [{ field: "name", code: "field-too-long", values }];
  return hasUnseenCharacters(name) ? [{ field: "name", code: "field-control-characters" }] : [];
}

const presentedScreen = ({ madeAt, seenAt, ...row }: ScreenRow, now: Temporal.Instant): EntranceScreen => ({
  ...row,
  madeAt: offsetText(madeAt),
  seenAt: seenAt && offsetText(seenAt),
  silentMinutes: row.kind === "printer" ? silentMinutes(seenAt, now) : null,
});
