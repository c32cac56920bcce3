import type { AcrossOffices, Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type DrawRow, drawOf, drawsOf, drawsUnderWay } from "../draw-sql.ts";
import { cellsOfDraw } from "../places/places-sql.ts";
import { type DrawGrid, gridOf } from "../wishes/choice.ts";

/** Draws as anybody sees them. Nobody sees how many wish before the end. */

export interface PublicDraw extends DrawRow {
  /** By the clock, whatever the program has come to: closed until it has an order */
  readonly stands: "coming" | "open" | "closed" | "drawn";
}

export const showDraw = (draw: DrawRow, now: Temporal.Instant): PublicDraw => ({
  ...draw,
  stands: standsOf(draw, now),
});

function standsOf({ state, opensAt, closesAt }: DrawRow, now: Temporal.Instant): PublicDraw["stands"] {
  if (state === "drawn" || state === "over") return "drawn";
  if (state === "planned" || state === "sealed" || Temporal.Instant.compare(now, opensAt) < 0) return "coming";
  return state === "open" && Temporal.Instant.compare(now, closesAt) < 0 ? "open" : "closed";
}

/** @throws Refusal 404 `draw-unknown`, also of one in which no office has places */
export async function publicDraw(tx: Read, number: number, now: Temporal.Instant): Promise<PublicDraw> {
  const draw = await drawOf(tx, number);
  if (!draw || draw.offices.length === 0) throw new Refusal(404, "draw-unknown");
  return showDraw(draw, now);
}

/** What there is to wish for in it. */
export const drawGrid = async (tx: AcrossOffices, number: number): Promise<DrawGrid> =>
  gridOf(await cellsOfDraw(tx, number));

/** Those that take wishes now or will, by their days of visits. */
export const drawsToWish = async (tx: Read, now: Temporal.Instant): Promise<PublicDraw[]> =>
  (await drawsUnderWay(tx))
    .filter(({ offices }) => offices.length > 0)
    .map((draw) => showDraw(draw, now))
    .filter(({ stands }) => stands === "open" || stands === "coming");

/** Whether somebody may wish for a service, now or soon, at an office or (null) anywhere. */
export const isGivenByDraw = async (
  tx: Read,
  { service, office }: { readonly service: string; readonly office: number | null },
  now: Temporal.Instant,
): Promise<boolean> =>
  (await drawsToWish(tx, now)).some(
    (draw) => draw.service === service && (office === null || draw.offices.includes(office)),
  );

/** Of the same service, the first whose days come after it; null: none is planned. */
export async function nextDraw(
  tx: Read,
  { service, firstDay }: Pick<DrawRow, "service" | "firstDay">,
  now: Temporal.Instant,
): Promise<PublicDraw | null> {
  const later = (await drawsToWish(tx, now)).filter(
    (other) => other.service === service && Temporal.PlainDate.compare(other.firstDay, firstDay) > 0,
  );
  return later[0] ?? null;
}

const MOST = 200;

/** All that a list shows, of a service or of all, the latest first. */
export const publicDraws = async (tx: Read, service: string | null, now: Temporal.Instant): Promise<PublicDraw[]> =>
  (await drawsOf(tx, service, MOST)).filter(({ offices }) => offices.length > 0).map((draw) => showDraw(draw, now));
