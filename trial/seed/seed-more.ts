import { writeOfficeRows } from "../../src/offices/import-sql.ts";
import type { OnProgress } from "../../src/offices/in-batches.ts";
import { ACROSS_OFFICES } from "../../src/platform/database/sql.ts";
import type { Database } from "../../src/platform/database/transaction.ts";
import { dateOf } from "../../src/platform/time.ts";
import { type Furnishing, furnish } from "./furnish.ts";
import { codeOf, generatedOffice, generatedPlan } from "./generated-offices.ts";
import { NOBODY } from "./hands.ts";
import { codesAmong, commitAtLeisure, officeId } from "./seed-sql.ts";

export interface Seeded {
  readonly offices: number;
  readonly appointments: number;
}

/** The database writes one office while the next is made up; together they keep two processors busy. */
const LANES = 2;

/** Generated offices as long as there are not so many, each whole or not at all: stopped, it takes up from there. */
export async function seedMore(
  db: Database,
  count: number,
  furnishing: Furnishing,
  onProgress: OnProgress,
): Promise<Seeded> {
  const missing = await missingOf(db, count);
  let [done, appointments] = [count - missing.length, 0];
  if (count > 0) onProgress(done, count);
  const waiting = handedOut(missing);
  const lane = async () => {
    for (const index of waiting) {
      const written = await seedOne(db, index, furnishing);
      appointments += written;
      done += 1;
      onProgress(done, count);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const fault = ends.find((end) => end.status === "rejected");
  if (fault) throw fault.reason;
  return { offices: missing.length, appointments };
}

async function missingOf(db: Database, count: number): Promise<number[]> {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const present = new Set(await db.read(ACROSS_OFFICES, (tx) => codesAmong(tx, indexes.map(codeOf))));
  return indexes.filter((index) => !present.has(codeOf(index)));
}

/** A lane that fails ends it for the others too. */
function* handedOut(indexes: readonly number[]): Generator<number> {
  yield* indexes;
}

const seedOne = (db: Database, index: number, furnishing: Furnishing): Promise<number> =>
  db.write(ACROSS_OFFICES, async (tx) => {
    await commitAtLeisure(tx);
    await writeOfficeRows(tx, [generatedOffice(index)]);
    const id = (await officeId(tx, codeOf(index))) as number;
    const plan = generatedPlan(index, furnishing.seed, dateOf(furnishing.now));
    return await furnish(tx, id, { plan, hands: NOBODY }, furnishing);
  });
