import { OF_NATION } from "../../platform/database/sql.ts";
import type { DrawRow } from "../draw-sql.ts";
import type { DrawDeps } from "../plan/plan-draws.ts";
import { isPublishable } from "../rule/publishable.ts";
import { withoutWishes } from "../rule/without-wishes.ts";
import type { Course } from "../run/course.ts";
import { writeFile } from "./file-sql.ts";
import { wholeRecord } from "./whole-record.ts";

/** What anybody needs to compute a draw again, and nobody's name, telephone or matter; of few wishes only their order follows. */
export async function publishDraw({ db, clock }: DrawDeps, draw: DrawRow, course: Course): Promise<void> {
  const whole = await wholeRecord(db, draw, course);
  const published = isPublishable(whole.wishes) ? whole : await withoutWishes(whole);
  const file = { events: course.events.length, body: JSON.stringify(published), writtenAt: clock() };
  await db.write(OF_NATION, (tx) => writeFile(tx, draw.number, file));
}
