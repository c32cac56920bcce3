import { recordOwnAct } from "../../audit/record.ts";
import { NATION, OF_MINISTRY } from "../../identity/ministry-access.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { drawOf } from "../draw-sql.ts";
import type { DrawDeps } from "../plan/plan-draws.ts";
import type { DrawRecord } from "../rule/draw-record.ts";
import { courseOf } from "../run/course.ts";
import { wholeRecord } from "./whole-record.ts";

/**
 * A draw with all its wishes, for the auditor who checks who got what where too few wishes were made for them to be published. That it
 * was given out is in the audit. @returns null: there is no such draw, or its order is not drawn yet
 */
export async function exportDraw({ db, clock }: DrawDeps, number: number): Promise<DrawRecord | null> {
  const draw = await db.read(OF_NATION, (tx) => drawOf(tx, number));
  if (!draw?.drawnAt) return null;
  const record = await wholeRecord(db, draw, await courseOf(db, draw));
  const exported = { act: "draw-exported", details: { draw: number } } as const;
  await db.write(OF_MINISTRY, (tx) => recordOwnAct(tx, NATION, exported, clock()));
  return record;
}
