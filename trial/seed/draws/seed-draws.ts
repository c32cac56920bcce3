import { comeToDrawn } from "../../../src/draws/answers/come.ts";
import { type DrawRow, drawsUnderWay } from "../../../src/draws/draw-sql.ts";
import { cellsOfDraw } from "../../../src/draws/places/places-sql.ts";
import { runDraws } from "../../../src/draws/run/start-drawing.ts";
import type { DrawTerms } from "../../../src/draws/terms/draw-terms.ts";
import { drawTerms } from "../../../src/draws/terms/terms-sql.ts";
import { type DrawWindow, windowsAfter } from "../../../src/draws/terms/windows.ts";
import { putDrawWish } from "../../../src/draws/wishes/put-wish.ts";
import { officeOfCitizen } from "../../../src/identity/citizens/citizens-office.ts";
import { ACROSS_OFFICES } from "../../../src/platform/database/sql.ts";
import type { Database } from "../../../src/platform/database/transaction.ts";
import { dateOf } from "../../../src/platform/time.ts";
import { confirmDrawn } from "../../../src/public-booking/draws/confirm-drawn.ts";
import { type Random, randomOf } from "../random.ts";
import { type DrawingQueue, drawnOf, noteItRan, writeDrawing } from "./draws-sql.ts";
import { inventedWishes } from "./invented-wishes.ts";

/** A draw that has been held, with its file, and the one after it: by the program's own steps, at the hours at which it does them. */

const SERVICE = "vehicle-transfer";
const HELD = 60;
const OF_NEXT = 9;
/** Of ten who are drawn, how many say that they come */
const COMING_OF_TEN = 7;
const WEEKS_BACK = 3;

interface DrawSeed {
  readonly now: Temporal.Instant;
  readonly seed: number;
  readonly queues: readonly DrawingQueue[];
}

export async function seedDraws(db: Database, { now, seed, queues }: DrawSeed): Promise<void> {
  const [held, next] = windowsAround(await drawTerms(db.nation), now);
  const random = randomOf(seed, "draws");
  await db.write(ACROSS_OFFICES, (tx) => writeDrawing(tx, SERVICE, queues, held.opensAt.subtract({ hours: 240 })));
  const steps: Step[] = [
    { at: held.opensAt.subtract({ hours: 14 }) },
    { at: held.opensAt, act: ([draw]) => wish(db, draw, { window: held, people: HELD, random }) },
    {
      at: held.closesAt,
      act: ([draw]) => answer(db, draw, { at: earlier(held.closesAt.add({ hours: 1 }), now), random }),
    },
    { at: held.answerUntil },
    { at: held.releaseAt },
    { at: next.opensAt.subtract({ hours: 12 }) },
    {
      at: next.opensAt,
      act: ([, draw]) => wish(db, draw, { window: { ...next, closesAt: now }, people: OF_NEXT, random }),
    },
    { at: now },
  ];
  const due = steps.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
  for (const { at, act } of due.sort((a, b) => Temporal.Instant.compare(a.at, b.at))) {
    await db.write(ACROSS_OFFICES, (tx) => noteItRan(tx, at));
    await runDraws({ db, clock: () => at });
    await act?.(await drawsUnderWay(db.nation));
  }
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? a : b;

interface Step {
  readonly at: Temporal.Instant;
  /** @param draws that are not over, by their days */
  act?(draws: readonly DrawRow[]): Promise<void>;
}

/** The last one that is closed, and the one after it. */
function windowsAround(terms: DrawTerms, now: Temporal.Instant): readonly [DrawWindow, DrawWindow] {
  const all = windowsAfter(terms, now.subtract({ hours: WEEKS_BACK * 7 * 24 }), dateOf(now).add({ days: 60 }));
  const next = all.findIndex(({ closesAt }) => Temporal.Instant.compare(closesAt, now) > 0);
  return [all[next - 1] as DrawWindow, all[next] as DrawWindow];
}

interface Wishing {
  readonly window: Pick<DrawWindow, "opensAt" | "closesAt">;
  readonly people: number;
  readonly random: Random;
}

async function wish(db: Database, draw: DrawRow | undefined, { window, people, random }: Wishing): Promise<void> {
  if (!draw) return;
  const cells = await cellsOfDraw(db.acrossOffices, draw.number);
  for (const { madeAt, ...each } of inventedWishes(random, { ...window, people, cells })) {
    const [office] = each.offices as [number];
    const row = { ...each, draw: draw.number, first: "day", isConfirmed: true } as const;
    await db.write({ office }, async (tx) => putDrawWish(tx, await officeOfCitizen(tx, office), row, madeAt));
  }
}

interface Answering {
  readonly at: Temporal.Instant;
  readonly random: Random;
}

async function answer(db: Database, draw: DrawRow | undefined, { at, random }: Answering): Promise<void> {
  if (!draw) return;
  for (const wish of await db.write(ACROSS_OFFICES, (tx) => drawnOf(tx, draw.number)))
    if (random.whole(1, 10) <= COMING_OF_TEN)
      await db.write({ office: wish.office }, (tx) => comeToDrawn(tx, wish, confirmDrawn(at), at));
}
