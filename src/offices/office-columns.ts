import { z } from "zod";
import { degrees, line, optional, type Rule, required, short, unchangedIfBlank, yesOrNo } from "./cells.ts";
import { type CheckedRow, checkedRows } from "./checked-rows.ts";
import { SETTINGS } from "./office-settings.ts";
import type { Fault, Faulty, FileTable } from "./table-file.ts";

/** Columns of a file of offices, and what they must hold. Pure. */

const LATIN_LOOKALIKES = /^\d{4}[ABEZHIKMNOPTYX]$/i;

/** Text with its leading zeros, which spreadsheets like to drop. */
const officeCode: Rule<string> = (cell) => {
  if (typeof cell === "number") return { fault: "code-is-number" };
  return short((text) => {
    if (/^\d{4}[Α-Ω]?$/.test(text)) return { value: text };
    const stripped = /^(\d{1,3})([Α-Ω]?)$/.exec(text);
    if (stripped)
      return { fault: "code-zeros-lost", values: { suggestion: `${stripped[1]?.padStart(4, "0")}${stripped[2]}` } };
    return { fault: LATIN_LOOKALIKES.test(text) ? "code-latin-letter" : "code-malformed" };
  })(cell);
};

const officeColumns = z.object({
  code: required(officeCode),
  name: required(line(200)),
  name_en: optional(line(200)),
  known_as: optional(line(300)),
  parent_code: optional(officeCode),
  municipality: required(line(100)),
  regional_unit: optional(line(100)),
  region: optional(line(100)),
  address: optional(SETTINGS.address.rule),
  postcode: optional(SETTINGS.postcode.rule),
  phone: optional(SETTINGS.phone.rule),
  email: optional(SETTINGS.email.rule),
  counter_hours: optional(SETTINGS.counterHours.rule),
  telephone_hours: optional(SETTINGS.telephoneHours.rule),
  step_free_entrance: optional(SETTINGS["access.stepFreeEntrance"].rule),
  sign_language: optional(SETTINGS.signLanguage.rule),
  sign_language_days: unchangedIfBlank(SETTINGS.signLanguageDays.rule),
  interpreter_languages: optional(SETTINGS.interpreterLanguages.rule),
  interpreter_days: unchangedIfBlank(SETTINGS.interpreterDays.rule),
  seats: optional(SETTINGS.seats.rule),
  latitude: optional(degrees(34, 42, "latitude-outside")),
  longitude: optional(degrees(19, 30, "longitude-outside")),
  lead_minutes: unchangedIfBlank(SETTINGS.leadMinutes.rule),
  example: unchangedIfBlank(yesOrNo),
});
export type OfficeColumns = z.output<typeof officeColumns>;

export interface CheckedOffices extends Faulty {
  readonly offices: readonly OfficeColumns[];
}

/** @param stored code → parent's code of the offices there are */
export function checkedOffices(table: FileTable, stored: ReadonlyMap<string, string | null>): CheckedOffices {
  const { rows, faults } = checkedRows(table, officeColumns, ["code", "name", "municipality"]);
  const named = new Set(table.rows.map((row) => row.cells.code));
  const more = [...rows.flatMap(coordinateFaults), ...parentFaults(rows, stored, named)];
  return { offices: rows.map((row) => row.values), faults: [...faults, ...more] };
}

function coordinateFaults({ line, values: { latitude, longitude } }: CheckedRow<OfficeColumns>): Fault[] {
  if ((latitude ?? null) === null && (longitude ?? null) !== null)
    return [{ line, column: "latitude", code: "coordinate-alone" }];
  if ((latitude ?? null) !== null && (longitude ?? null) === null)
    return [{ line, column: "longitude", code: "coordinate-alone" }];
  return [];
}

/** A parent that the file names, even in a faulty row, is not missed a second time. */
function parentFaults(
  rows: readonly CheckedRow<OfficeColumns>[],
  stored: ReadonlyMap<string, string | null>,
  named: ReadonlySet<unknown>,
): Fault[] {
  const parents = new Map([...stored, ...rows.flatMap(({ values }) => parentOf(values))]);
  return rows.flatMap(({ line, values: { code, parent_code } }): Fault[] => {
    if (!parent_code) return [];
    const fault = { line, column: "parent_code", values: { value: parent_code } };
    if (!parents.has(parent_code) && !named.has(parent_code)) return [{ ...fault, code: "parent-unknown" }];
    return isOwnAncestor(code, parents) ? [{ ...fault, code: "parents-in-circle" }] : [];
  });
}

function parentOf({ code, parent_code }: OfficeColumns): [string, string | null][] {
  return parent_code === undefined ? [] : [[code, parent_code]];
}

function isOwnAncestor(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(code); at && !seen.has(at); at = parents.get(at)) {
    if (at === code) return true;
    seen.add(at);
  }
  return false;
}
