import { nextDraw, type PublicDraw, publicDraw } from "../../draws/public/public-draws.ts";
import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { officesOfCountry } from "../../offices/places/offices-of-country.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { existingService } from "../choose/weeks.ts";
import type { NamedService } from "../office-sql.ts";

/** A draw with the names that its pages say. */
export interface DrawView {
  readonly draw: PublicDraw;
  readonly service: NamedService;
  /** Those that give places, by their names */
  readonly offices: readonly FinderOffice[];
  /** The next one of the same service; null: none is planned */
  readonly next: PublicDraw | null;
}

/** @param text as it stands in an address. @throws Refusal 404 */
export function drawNumberIn(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Refusal(404, "draw-unknown");
  return Number(text);
}

/** @throws Refusal 404 */
export async function drawView(db: ReadOnlyDatabase, number: number, now: Temporal.Instant): Promise<DrawView> {
  const draw = await publicDraw(db.nation, number, now);
  const [service, offices, next] = await Promise.all([
    existingService(db.nation, draw.service),
    officesOfDraw(db, draw),
    nextDraw(db.nation, draw, now),
  ]);
  return { draw, service, offices, next };
}

async function officesOfDraw(db: ReadOnlyDatabase, { offices: ids }: PublicDraw): Promise<FinderOffice[]> {
  const all = await officesOfCountry(db);
  return all.filter(({ id }) => ids.includes(id)).sort((a, b) => a.name.localeCompare(b.name, "el"));
}
