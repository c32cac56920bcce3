import { seedWords } from "../catalogue/seed-words.ts";
import { announceRules } from "../live/announce.ts";
import { OF_NATION } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { type ImportSummary, importPlan } from "./import-plan.ts";
import { allOfficeIds, allServiceRows, type ImportedService, lockServices, writeServiceRows } from "./import-sql.ts";
import { inBatches, type OnProgress } from "./in-batches.ts";
import { readTable } from "./read-table.ts";
import { checkedServices } from "./service-columns.ts";
import { type Faulty, isFaulty } from "./table-file.ts";

const FRESH: Omit<ImportedService, "code"> = {
  name: "",
  short_name: "",
  name_en: "",
  minutes: 10,
  bring: null,
  online_url: null,
  entrance_group: null,
  example: false,
};

/**
 * Brings a catalogue of services in, as the owner: all of it, or with any fault nothing. Services that the program knows by
 * their codes come with words of the people.
 */
export async function importServices(
  db: Database,
  file: Uint8Array,
  onProgress: OnProgress = () => {},
): Promise<ImportSummary | Faulty> {
  const table = readTable(file);
  if (isFaulty(table)) return table;
  const { services, faults } = checkedServices(table);
  if (faults.length > 0) return { faults };
  return await db.write(OF_NATION, async (tx) => {
    await lockServices(tx);
    const stored = new Map((await allServiceRows(tx)).map((row) => [row.code, row]));
    const { write, summary } = importPlan<ImportedService>(services, stored, FRESH);
    await inBatches(write, (rows) => writeServiceRows(tx, rows), onProgress);
    await seedWords(tx);
    if (write.length > 0) announceRules(tx, ...(await allOfficeIds(tx)));
    return summary;
  });
}
