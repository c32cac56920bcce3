import type { Database } from "../../platform/database/transaction.ts";
import type { DrawRow } from "../draw-sql.ts";
import { placesOfDraw } from "../places/places-sql.ts";
import { type DrawCourse, type DrawSetup, startDraw } from "../rule/draw-course.ts";
import type { CellPlaces, DrawEvent, DrawWish } from "../rule/draw-record.ts";
import { boundOf } from "../terms/bounds.ts";
import { type DrawWishRow, wishesOfDraw } from "../wishes/wish-sql.ts";
import { codesOf } from "./codes-sql.ts";
import { type DrawEventRow, eventsOfDraw } from "./events-sql.ts";
import { type Codes, cellPlaces, eventOfRow, wishOfRow } from "./record.ts";

/** A draw that has an order, with all that has happened since. */
export interface Course {
  readonly codes: Codes;
  /** In the drawn order, as they are stored and as the rule has them */
  readonly rows: readonly DrawWishRow[];
  readonly wishes: readonly DrawWish[];
  readonly terms: DrawSetup;
  readonly events: readonly DrawEvent[];
  /** To whom places went event by event */
  readonly passed: DrawCourse["allotments"];
  readonly course: DrawCourse;
}

/** From what is stored alone, however far the program had come with it. */
export async function courseOf(db: Pick<Database, "read" | "nation">, draw: DrawRow): Promise<Course> {
  const [codes, stored, noted] = await Promise.all([
    codesOf(db.nation),
    wishesOfDraw(db.nation, draw.number),
    eventsOfDraw(db.nation, draw.number),
  ]);
  const rows = [...stored].sort((a, b) => (a.place as number) - (b.place as number));
  const wishes = rows.map((row) => wishOfRow(row, codes));
  const places: CellPlaces[] = [];
  for (const office of draw.offices) {
    const own = await db.read({ office }, (tx) => placesOfDraw(tx, office, draw.number));
    places.push(...cellPlaces(codes.get(office) as string, own));
  }
  const terms = { places, bounds: boundsOf(draw, places) };
  const course = startDraw(wishes, terms);
  return { codes, rows, wishes, terms, course, ...played(course, noted, codes) };
}

export const countPlaces = (places: readonly CellPlaces[]): number =>
  places.reduce((sum, { runs }) => runs.reduce((of, run) => of + run, sum), 0);

/**
 * Of places that are drawn, the percent rounded down; with all of them there is no bound. Of a few it is one still, so that nobody
 * writes a wish that can get nothing: none is none only where the ministry says so.
 */
export function boundsOf(
  { emailPercent, phonePercent }: Pick<DrawRow, "emailPercent" | "phonePercent">,
  places: readonly CellPlaces[],
): DrawSetup["bounds"] {
  const all = countPlaces(places);
  const [email, phone] = [boundOf(emailPercent, all), boundOf(phonePercent, all)];
  return { ...(email !== null && { email }), ...(phone !== null && { phone }) };
}

function played(course: DrawCourse, noted: readonly DrawEventRow[], codes: Codes): Pick<Course, "events" | "passed"> {
  const holders = new Set(course.allotments.map(({ number }) => number));
  const events: DrawEvent[] = [];
  const passed: DrawCourse["allotments"][number][] = [];
  for (const row of noted) {
    const event = eventOfRow(row, codes, (number) => holders.has(number));
    const given = course.apply(event);
    if ("number" in event) holders.delete(event.number);
    for (const { number } of given) holders.add(number);
    events.push(event);
    passed.push(...given);
  }
  return { events, passed };
}
