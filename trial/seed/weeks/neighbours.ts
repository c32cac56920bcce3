import type { OfficeRow } from "../../../src/offices/import-sql.ts";
import { generatedOffice } from "../generated-offices.ts";
import { hours, type OfficePlan } from "../office-plan.ts";

/** Invented offices in every region of the country, so that the ministry has something to compare. Pure. */

const FIRST_CODE = 9905;

/** As offices name them. */
const REGIONS = [
  "Ανατολικής Μακεδονίας και Θράκης",
  "Κεντρικής Μακεδονίας",
  "Δυτικής Μακεδονίας",
  "Ηπείρου",
  "Θεσσαλίας",
  "Ιονίων Νήσων",
  "Δυτικής Ελλάδας",
  "Στερεάς Ελλάδας",
  "Αττικής",
  "Πελοποννήσου",
  "Βορείου Αιγαίου",
  "Νοτίου Αιγαίου",
  "Κρήτης",
] as const;
const OF_A_REGION = 3;
/** How many counters they have, one after another: of a country most are small */
const COUNTERS = [3, 1, 4, 2, 3, 1, 7, 3, 2, 5, 3, 1, 2, 4] as const;
const SLOT_MINUTES = 15;
/** Of so many one has not begun yet */
const NOT_BEGUN = 14;

const codeOf = (index: number): string => String(FIRST_CODE + index);
const INDEXES = Array.from({ length: REGIONS.length * OF_A_REGION }, (_, index) => index);

export const NEIGHBOURS: readonly OfficePlan[] = INDEXES.map(neighbourPlan);

export const neighbourRows = (): OfficeRow[] =>
  INDEXES.map((index) => {
    const code = codeOf(index);
    const region = REGIONS[index % REGIONS.length] ?? null;
    return { ...generatedOffice(index), code, email: `kep.${code}@example.gr`, region, regional_unit: null };
  });

function neighbourPlan(index: number): OfficePlan {
  const counters = COUNTERS[index % COUNTERS.length] ?? 1;
  const queues = Array.from({ length: counters }, (_, at) => ({
    number: at + 1,
    slotMinutes: SLOT_MINUTES,
    isActive: true,
    hours: hours("12345", "08:00", "15:00"),
  }));
  const hasAppointments = index % NOT_BEGUN !== NOT_BEGUN - 1;
  return { code: codeOf(index), queues, exceptions: [], hasAppointments, hasRegulars: false };
}
