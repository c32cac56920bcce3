import { officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { type Clock, dateOf } from "../../platform/time.ts";
import {
  type DrawRow,
  deletePlanned,
  drawsUnderWay,
  insertDraw,
  lockedDraw,
  lockPlanning,
  noteHasPlaces,
  updatePlanned,
} from "../draw-sql.ts";
import { type DrawingOffice, lockedOfficeDraws, noteSettledVersion, officesDrawing } from "../places/office-sql.ts";
import { closedPlaces } from "../places/places-sql.ts";
import { lockDaysOfDraw, settlePlaces } from "../places/settle-places.ts";
import type { DrawTerms } from "../terms/draw-terms.ts";
import { drawTerms } from "../terms/terms-sql.ts";
import { type DrawWindow, windowsAfter } from "../terms/windows.ts";

/** Of visits: what is to be drawn on these days is held before anybody could book it. */
const DAYS_AHEAD = 60;

export interface DrawDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** Of one draw: all others go on, and what was not done is begun again. */
export type OnDrawFailure = (error: unknown, draw: number) => void;

/**
 * The draws to come, as ministry and heads say by now, with the rows that hold their places. What was sealed keeps its hours and
 * terms; its places go with what its heads say until it closes.
 */
export async function planDraws({ db, clock }: DrawDeps, onFailure: OnDrawFailure): Promise<void> {
  const now = clock();
  const giving = await officesDrawing(db.acrossOffices);
  const [terms, before] = await Promise.all([drawTerms(db.nation), drawsUnderWay(db.nation)]);
  const windows = windowsAfter(terms, now, dateOf(now).add({ days: DAYS_AHEAD }));
  const plan = { giving, windows, terms, now };
  if (changes(before, plan)) await writePlan(db, plan);
  const failed = new Set<number>();
  for (const draw of await drawsUnderWay(db.nation)) {
    if (!takesPlaces(draw)) continue;
    const isWanted = draw.state !== "planned" || isOfPlan(draw, plan);
    const failures = await settleOffices(db, draw, { isWanted, giving, now });
    for (const { office, error } of failures) {
      failed.add(office);
      onFailure(error, draw.number);
    }
    if (failures.length > 0) continue;
    if (!isWanted) await db.write(OF_NATION, (tx) => deletePlanned(tx, draw.number));
    else if (!draw.hasPlaces) await db.write(OF_NATION, (tx) => noteHasPlaces(tx, draw.number));
  }
  for (const { office, service, version } of giving.filter((each) => isChanged(each) && !failed.has(each.office)))
    await db.write({ office }, (tx) => noteSettledVersion(tx, office, service, version));
}

interface Plan {
  readonly giving: readonly DrawingOffice[];
  readonly windows: readonly DrawWindow[];
  readonly terms: DrawTerms;
  readonly now: Temporal.Instant;
}

export const takesPlaces = ({ state }: DrawRow): boolean =>
  state === "planned" || state === "sealed" || state === "open";

const isChanged = ({ version, settledVersion }: DrawingOffice): boolean => version !== settledVersion;

const servicesOf = ({ giving }: Plan): string[] => [...new Set(giving.map(({ service }) => service))];

const isOfPlan = (draw: DrawRow, { giving, windows, now }: Plan): boolean =>
  giving.some(({ service }) => service === draw.service) &&
  (windows.some(({ firstDay }) => firstDay.equals(draw.firstDay)) || isOverdue(draw, now));

/** Its hour came while nothing ran: it opens late. */
const isOverdue = ({ opensAt, closesAt }: DrawRow, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(opensAt, now) <= 0 && Temporal.Instant.compare(now, closesAt) < 0;

/** Whether a window has no draw yet, or one with other hours or terms. */
function changes(draws: readonly DrawRow[], plan: Plan): boolean {
  return servicesOf(plan).some((service) =>
    plan.windows.some((window) => {
      const draw = draws.find((each) => each.service === service && each.firstDay.equals(window.firstDay));
      return !draw || (draw.state === "planned" && !isAs(draw, window, plan.terms));
    }),
  );
}

const HOURS = ["opensAt", "closesAt", "needUntil", "answerUntil", "releaseAt"] as const;
const OF_TERMS = ["emailPercent", "phonePercent", "needPercent", "needDays", "moves"] as const;

const isAs = (draw: DrawRow, window: DrawWindow, terms: DrawTerms): boolean =>
  HOURS.every((hour) => draw[hour].equals(window[hour])) && OF_TERMS.every((name) => draw[name] === terms[name]);

const writePlan = (db: Database, plan: Plan): Promise<void> =>
  db.write(OF_NATION, async (tx) => {
    await lockPlanning(tx);
    const draws = await drawsUnderWay(tx);
    for (const service of servicesOf(plan))
      for (const window of plan.windows) {
        const draw = draws.find((each) => each.service === service && each.firstDay.equals(window.firstDay));
        if (!draw) await insertDraw(tx, service, window, plan.terms);
        else if (draw.state === "planned") await updatePlanned(tx, draw.number, window, plan.terms);
      }
  });

/**
 * Those whose head has changed what they give or closed some of it, or all while it has no places yet; of one that is planned those
 * that give no more.
 */
function officesToSettle(
  { service, state, offices, hasPlaces }: DrawRow,
  giving: readonly DrawingOffice[],
  closed: ReadonlySet<number>,
): number[] {
  const ofService = giving.filter((each) => each.service === service);
  const isToSettle = (each: DrawingOffice) => !hasPlaces || isChanged(each) || closed.has(each.office);
  const changed = ofService.filter(isToSettle).map(({ office }) => office);
  const gone = offices.filter((id) => !ofService.some(({ office }) => office === id));
  return state === "planned" ? [...changed, ...gone] : changed;
}

interface SettlingAll {
  readonly isWanted: boolean;
  readonly giving: readonly DrawingOffice[];
  readonly now: Temporal.Instant;
}

/** @returns those whose places could not be held or given back */
async function settleOffices(
  db: Database,
  draw: DrawRow,
  { isWanted, giving, now }: SettlingAll,
): Promise<{ readonly office: number; readonly error: unknown }[]> {
  const failures: { office: number; error: unknown }[] = [];
  const closed = (await closedPlaces(db.acrossOffices, draw.number)).map(({ office }) => office);
  for (const office of officesToSettle(draw, isWanted ? giving : [], new Set(closed)))
    await settleOffice(db, draw, { office, isWanted, now }).catch((error) => failures.push({ office, error }));
  return failures;
}

interface Settling {
  readonly office: number;
  readonly isWanted: boolean;
  readonly now: Temporal.Instant;
}

export const settleOffice = (
  db: Database,
  { number, service, ...days }: Pick<DrawRow, "number" | "service" | "firstDay" | "lastDay">,
  { office: id, isWanted, now }: Settling,
): Promise<void> =>
  db.write({ office: id }, async (tx) => {
    const office = await officeOfCitizen(tx, id);
    await lockDaysOfDraw(tx, id, days);
    const own = isWanted ? await lockedOfficeDraws(tx, id, service) : null;
    const draw = await lockedDraw(tx, number);
    if (draw && takesPlaces(draw)) await settlePlaces(tx, office, draw, { own, now });
  });
