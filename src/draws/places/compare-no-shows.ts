import type { Read } from "../../platform/database/sql.ts";
import type { NoShows } from "../contract.ts";
import { noShowsOf } from "./no-shows-sql.ts";
import type { OfficeDraws } from "./office-sql.ts";

/** Of fewer, one person more or less would look like a difference. */
const LEAST = 20;

/** Who did not come before the office gave a service by draw, and of those drawn since; null: too few to compare. */
export async function compareNoShows(tx: Read, officeId: number, own: OfficeDraws | null): Promise<NoShows | null> {
  if (!own) return null;
  const counts = await noShowsOf(tx, officeId, own);
  return Math.min(counts.before.of, counts.drawn.of) < LEAST ? null : counts;
}
