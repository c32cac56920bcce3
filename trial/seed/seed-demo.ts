import { randomUUIDv7 } from "node:crypto";
import { readFile } from "node:fs/promises";
import { bringInTranslations } from "../../src/ministry/translations/import-translations.ts";
import { importOffices } from "../../src/offices/import-offices.ts";
import { importServices } from "../../src/offices/import-services.ts";
import { writeOfficeRows } from "../../src/offices/import-sql.ts";
import type { OnProgress } from "../../src/offices/in-batches.ts";
import { isFaulty } from "../../src/offices/table-file.ts";
import { ACROSS_OFFICES } from "../../src/platform/database/sql.ts";
import type { Database } from "../../src/platform/database/transaction.ts";
import { dateOf } from "../../src/platform/time.ts";
import { demoOffices } from "./demo-offices.ts";
import { demandedServices, type Furnishing, furnish, type StaffedPlan } from "./furnish.ts";
import { handsOf } from "./hands.ts";
import type { OfficePlan, PlannedStaff } from "./office-plan.ts";
import { writeOpening } from "./onboarding-sql.ts";
import { type Seeded, seedMore } from "./seed-more.ts";
import { analyze, officeId, standing } from "./seed-sql.ts";
import { neighbourRows } from "./weeks/neighbours.ts";
import { writePast } from "./weeks/write-past.ts";
import { firstOfWorkdays, workday } from "./workdays.ts";

export interface SeedOptions {
  readonly now: Temporal.Instant;
  /** Who works in an office, by the directory; the offices are there when it is asked */
  readonly staffOf: (officeCode: string) => Promise<readonly PlannedStaff[]>;
  /** Generated offices besides the four */
  readonly offices?: number;
  /** Working days */
  readonly days?: number;
  readonly fill?: number;
  readonly seed?: number;
  /** Closed weeks that have been counted, and offices in all regions that are furnished later; without: as on the first day */
  readonly weeks?: number;
  readonly onProgress?: OnProgress;
}

const SEED = 1;
/** Any fixed number: whoever seeds holds this advisory lock. */
const LOCK = 7_201_903;
/** Working days, eight weeks: further ahead nobody has an appointment yet. */
const MOST_AHEAD = 40;
const EXAMPLES = new URL("../../db/examples/", import.meta.url);

/**
 * Invented offices with a lively week around now, once: what is there already is left as it is.
 * @param db of the owner
 * @returns null where real offices exist, beside which nothing invented may stand
 */
export async function seedDemo(db: Database, options: SeedOptions): Promise<Seeded | null> {
  return await db.write(ACROSS_OFFICES, async (lock) => {
    await lock.sql`select pg_advisory_xact_lock(${LOCK})`;
    const { real, furnished } = await standing(lock);
    if (real > 0) return null;
    const demo = furnished ? NOTHING : await seedFour(db, options);
    const more = await seedMore(db, options.offices ?? 0, furnishingOf(options), options.onProgress ?? (() => {}));
    if (more.offices > 0) await db.write(ACROSS_OFFICES, analyze);
    return { offices: demo.offices + more.offices, appointments: demo.appointments + more.appointments };
  });
}

const NOTHING: Seeded = { offices: 0, appointments: 0 };

/** Stopped half-way, the offices stand without hours, and the next seed takes up from there. */
async function seedFour(db: Database, options: SeedOptions): Promise<Seeded> {
  const examples = async (name: string) => await readFile(new URL(name, EXAMPLES));
  for (const result of [
    await importServices(db, await examples("services.csv")),
    await importOffices(db, await examples("offices.csv")),
    await bringInTranslations(db, await examples("translations.csv")),
  ]) {
    if (isFaulty(result)) throw new Error(`The examples are faulty: ${JSON.stringify(result.faults[0])}`);
  }
  const works = await withHands(demoOffices(dateOf(options.now)), options.staffOf);
  const total = works.length + (options.offices ?? 0);
  const appointments = await db.write(ACROSS_OFFICES, async (tx) => {
    let count = 0;
    const { now, weeks = 0, seed = SEED } = options;
    const services = await demandedServices(tx);
    await writeOpening(tx, randomUUIDv7(), now);
    if (weeks > 0) await writeOfficeRows(tx, neighbourRows());
    for (const [at, work] of works.entries()) {
      const office = (await officeId(tx, work.plan.code)) as number;
      count += await furnish(tx, office, work, furnishingOf(options));
      if (weeks > 0) await writePast(tx, office, work, { now, weeks, seed, services });
      options.onProgress?.(at + 1, total);
    }
    return count;
  });
  return { offices: works.length, appointments };
}

async function withHands(plans: readonly OfficePlan[], staffOf: SeedOptions["staffOf"]) {
  const serving = new Set<number>();
  const works: StaffedPlan[] = [];
  for (const plan of plans) {
    const hands = handsOf(plan, await staffOf(plan.code), serving);
    for (const employee of hands.ofQueue.values()) serving.add(employee);
    works.push({ plan, hands });
  }
  return works;
}

/** Without a number of days, the week around today: from the Saturday before to ten days ahead. */
export function furnishingOf({
  now,
  days,
  fill = 0.68,
  seed = SEED,
}: Pick<SeedOptions, "now" | "days" | "fill" | "seed">): Furnishing {
  const today = dateOf(now);
  if (days === undefined) {
    const first = today.subtract({ days: today.dayOfWeek - 1 + 2 });
    return { now, first, last: today.add({ days: 10 }), fill, seed };
  }
  const last = workday(today, Math.min(MOST_AHEAD, Math.floor(days / 3)));
  return { now, first: firstOfWorkdays(last, days), last, fill, seed };
}
