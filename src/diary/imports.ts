import { lastActs } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { offsetText } from "../platform/time.ts";
import type { DiaryImports } from "./contract.ts";

/** An office brings its diary in once, in a few parts. */
const LISTED = 10;
const ACTS = ["diary-brought-in", "diary-undone"] as const;

/** The diaries that were brought in lately. */
export async function diaryImports(tx: Read, office: OperableOffice): Promise<DiaryImports> {
  const acts = await lastActs(tx, office, ACTS, { before: null, limit: 2 * LISTED });
  const undone = new Set(acts.flatMap(({ act, details }) => (act === "diary-undone" ? [details.undoes] : [])));
  const imports = acts.filter(({ act }) => act === "diary-brought-in").slice(0, LISTED);
  return {
    imports: imports.map(({ id, at, by, details: { booked, firstDate, lastDate } }) => ({
      id,
      at: offsetText(at),
      by,
      isUndone: undone.has(id),
      booked,
      firstDate,
      lastDate,
    })),
  };
}
