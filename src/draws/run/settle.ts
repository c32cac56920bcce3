import { giveBack } from "../../appointments/online/give-back.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { type DrawRow, lockedDraw, noteReleased, noteSettled } from "../draw-sql.ts";
import { placesOfDraw, writePlace } from "../places/places-sql.ts";
import type { DrawDeps } from "../plan/plan-draws.ts";
import { publishDraw } from "../published/publish.ts";
import type { DrawWishRow } from "../wishes/wish-sql.ts";
import { type Course, courseOf } from "./course.ts";
import { countEvents, insertEvent } from "./events-sql.ts";
import { givePlace } from "./give-place.ts";
import { noticeClosed } from "./notice-closed.ts";
import { passSilent } from "./pass-silent.ts";
import { resultsOf } from "./results-sql.ts";
import { tellNotDrawn } from "./tell-not-drawn.ts";

/** How often what happened meanwhile is taken in before the next round goes on */
const MOST_ROUNDS = 20;

/**
 * All that follows from a draw by now: places to whoever got them, letters to all, what nobody answered to the next, what is left to
 * everybody at its hour, and the published file. Everything is computed from what is stored, and done once however often it is begun.
 * @returns false: it is to be begun again
 */
export async function settleDraw(deps: DrawDeps, draw: DrawRow, signal?: AbortSignal): Promise<boolean> {
  if (draw.state !== "drawn") return true;
  await noticeClosed(deps, draw);
  await passSilent(deps, draw);
  await openRest(deps, draw);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (signal?.aborted) return false;
    const events = await countEvents(deps.db.nation, draw.number);
    if (draw.settledEvents === events) return true;
    const course = await courseOf(deps.db, draw);
    if (!(await givePlaces(deps, draw, course, signal))) continue;
    await releaseOpened(deps, draw, course);
    await tellNotDrawn(deps, draw);
    await publishDraw(deps, draw, course);
    await deps.db.write(OF_NATION, (tx) => noteSettled(tx, draw.number, course.events.length));
    if ((await countEvents(deps.db.nation, draw.number)) === course.events.length) return true;
  }
  return false;
}

/** @returns false: something has happened meanwhile */
async function givePlaces(
  { db, clock }: DrawDeps,
  draw: DrawRow,
  { rows, course, codes, events }: Course,
  signal?: AbortSignal,
): Promise<boolean> {
  const ids = new Map([...codes].map(([id, code]) => [code, id]));
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const given = new Set(
    (await resultsOf(db.nation, draw.number))
      .filter(({ answer }) => answer === null || answer === "coming")
      .map(({ wish }) => wish),
  );
  const missing = [...course.standing().held.values()].filter(({ number }) => !given.has(number));
  for (const allotment of missing) {
    if (signal?.aborted) return false;
    const office = ids.get(allotment.office) as number;
    const wish = byNumber.get(allotment.number) as DrawWishRow;
    const giving = { draw, wish, allotment, events: events.length, now: clock() };
    if (!(await db.write({ office }, (tx) => givePlace(tx, office, giving)))) return false;
  }
  return true;
}

/** At the hour that was told, what is left opens to all: an event like any other. */
async function openRest({ db, clock }: DrawDeps, draw: DrawRow): Promise<void> {
  const now = clock();
  if (draw.releasedAt || draw.settledEvents === null || Temporal.Instant.compare(now, draw.releaseAt) < 0) return;
  await db.write(OF_NATION, async (tx) => {
    const locked = await lockedDraw(tx, draw.number);
    if (!locked || locked.releasedAt) return;
    await insertEvent(tx, draw.number, { what: "opened" }, now);
    await noteReleased(tx, draw.number, now);
  });
}

/** Rows that hold what nobody of the draw has any more: others may have these places. */
async function releaseOpened({ db, clock }: DrawDeps, draw: DrawRow, { events }: Course): Promise<void> {
  if (!events.some(({ what }) => what === "opened")) return;
  for (const office of draw.offices)
    await db.write({ office }, async (tx) => {
      await lockedDraw(tx, draw.number);
      // What came free since then goes on in the order first.
      if ((await countEvents(tx, draw.number)) !== events.length) return;
      const free = (await placesOfDraw(tx, office, draw.number)).filter(({ state }) => state === "free");
      for (const place of free)
        await writePlace(tx, office, { ...place, draw: draw.number }, { state: "opened", hold: place.hold });
      await giveBack(
        tx,
        office,
        free.map(({ hold }) => hold),
        clock(),
      );
    });
}
