import type { ExistingAppointment } from "../../../appointments/row/existing.ts";
import { visitorOf } from "../../../appointments/statuses.ts";
import type { Read } from "../../../platform/database/sql.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { dateOf } from "../../../platform/time.ts";
import { ADDRESS } from "../../frame/address.ts";
import { rows } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { areCodesRead } from "./on-the-day-sql.ts";

/** What whoever has an appointment is shown of the line on its day, wherever they look from. */
export type OnTheDay =
  /** They have a place in the line, or are served */
  | { readonly is: "here" }
  /** They have not said that they have come: at a screen, or at a counter alone */
  | { readonly is: "awaited"; readonly atScreen: boolean };

/** Null: it is another day, or nobody waits for them any more. */
export async function onTheDay(
  tx: Read,
  officeId: number,
  { starts_at, status }: Pick<ExistingAppointment, "starts_at" | "status">,
  now: Temporal.Instant,
): Promise<OnTheDay | null> {
  const visitor = visitorOf(status);
  if (visitor === null || !dateOf(starts_at).equals(dateOf(now))) return null;
  if (visitor !== "awaited") return { is: "here" };
  return { is: "awaited", atScreen: await areCodesRead(tx, officeId) };
}

/** @param way to the own place */
export function ownPlaceOnTheDay(day: OnTheDay | null, way: Html, reader: PageReader): Html | null {
  if (day === null) return null;
  return day.is === "here" ? way : html`<p class="note noprint">${howToSayCome(day.atScreen, reader)}</p>`;
}

export const howToSayCome = (atScreen: boolean, { t }: PageReader): string =>
  t(atScreen ? "entrance.say-at-screen" : "entrance.say-at-counter");

/** With the key of the appointment's own link. */
export const ownPlaceLink = (token: string, { path, t }: PageReader): Html =>
  rows([
    { address: path(ADDRESS.ownPlace(token)), label: t("entrance.own-place"), small: t("entrance.own-place-small") },
  ]);
