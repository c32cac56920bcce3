import { createCache } from "../../platform/cache.ts";
import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import { type DrawRow, drawOf } from "../draw-sql.ts";
import { isWithheld, type PublishedRecord } from "../rule/draw-record.ts";
import { courseOf } from "../run/course.ts";
import { type DrawFile, drawFile, eventsInFile } from "./file-sql.ts";
import { type DrawSums, sumsOf } from "./sums.ts";

export interface PublishedDraw {
  readonly record: PublishedRecord;
  readonly sums: DrawSums;
}

/** Just after a draw everybody who wished looks for their number. */
const cacheOf = memoizeByObject((_: ReadOnlyDatabase) =>
  createCache<string, PublishedDraw>({ name: "published draws", max: 10 }),
);

/** As its file has it by now; null: nothing is published of it yet. */
export async function publishedDraw(db: ReadOnlyDatabase, draw: number): Promise<PublishedDraw | null> {
  const events = await eventsInFile(db.nation, draw);
  if (events === null) return null;
  return cacheOf(db).load(`${draw} ${events}`, async () => {
    const { body } = (await drawFile(db.nation, draw)) as DrawFile;
    const record = JSON.parse(body) as PublishedRecord;
    return { record, sums: isWithheld(record) ? await storedSums(db, draw) : sumsOf(record) };
  });
}

/** Where the file has no wishes to count. */
async function storedSums(db: ReadOnlyDatabase, number: number): Promise<DrawSums> {
  const { wishes, terms, course } = await courseOf(db, (await drawOf(db.nation, number)) as DrawRow);
  return sumsOf({ wishes, places: terms.places, allotments: course.allotments });
}

/** The file itself; null as above. */
export async function fileOfDraw(
  db: ReadOnlyDatabase,
  draw: number,
): Promise<{ readonly body: string; readonly version: string } | null> {
  const file = await drawFile(db.nation, draw);
  return file && { body: file.body, version: `${draw}-${file.events}` };
}
