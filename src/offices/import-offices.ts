import { announceRules } from "../live/announce.ts";
import { OF_NATION } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { type ImportSummary, importPlan } from "./import-plan.ts";
import { allOfficeRows, lockOffices, type OfficeRow, writeOfficeRows } from "./import-sql.ts";
import { inBatches, type OnProgress } from "./in-batches.ts";
import { checkedOffices } from "./office-columns.ts";
import { SETTINGS } from "./office-settings.ts";
import { readTable } from "./read-table.ts";
import { type Faulty, isFaulty } from "./table-file.ts";

const FRESH: Omit<OfficeRow, "code"> = {
  name: "",
  name_en: null,
  known_as: null,
  parent_code: null,
  municipality: "",
  regional_unit: null,
  region: null,
  address: SETTINGS.address.fallback,
  postcode: SETTINGS.postcode.fallback,
  phone: SETTINGS.phone.fallback,
  email: SETTINGS.email.fallback,
  counter_hours: SETTINGS.counterHours.fallback,
  telephone_hours: SETTINGS.telephoneHours.fallback,
  step_free_entrance: SETTINGS["access.stepFreeEntrance"].fallback,
  sign_language: SETTINGS.signLanguage.fallback,
  sign_language_days: SETTINGS.signLanguageDays.fallback,
  interpreter_languages: SETTINGS.interpreterLanguages.fallback,
  interpreter_days: SETTINGS.interpreterDays.fallback,
  seats: SETTINGS.seats.fallback,
  latitude: null,
  longitude: null,
  lead_minutes: SETTINGS.leadMinutes.fallback,
  example: false,
};

/** Brings a file of offices in, as the owner: all of it, or with any fault nothing. New offices get their default queue. */
export async function importOffices(
  db: Database,
  file: Uint8Array,
  onProgress: OnProgress = () => {},
): Promise<ImportSummary | Faulty> {
  const table = readTable(file);
  if (isFaulty(table)) return table;
  return await db.write(OF_NATION, async (tx) => {
    await lockOffices(tx);
    const stored = new Map((await allOfficeRows(tx)).map((row) => [row.code, row]));
    const parents = new Map([...stored.values()].map((row) => [row.code, row.parent_code]));
    const { offices, faults } = checkedOffices(table, parents);
    if (faults.length > 0) return { faults };
    const { write, summary } = importPlan<OfficeRow>(offices, stored, FRESH);
    // Open desks look again: with its region, what closes an office may have changed.
    await inBatches(write, async (rows) => announceRules(tx, ...(await writeOfficeRows(tx, rows))), onProgress);
    return summary;
  });
}
