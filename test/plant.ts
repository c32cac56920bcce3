import type { Check } from "../src/cli/checks/check.ts";

/** Each kind of violation that the doctor was shown to find, planted in the seeded offices on Tuesday, 10:42. */
export interface Plant {
  readonly kind: string;
  readonly check: Check["name"];
  readonly sql: string;
  readonly finding: RegExp;
}

/** The first appointment to come in office 9901. */
export const COMING = `(select appointment.ctid from appointment join office on office.id = office_id
  where code = '9901' and live and starts_at > '2026-11-24T08:42:00Z' order by starts_at, queue limit 1)`;

export const plant = (check: Plant["check"], kind: string, sql: string, finding: RegExp): Plant => ({
  check,
  kind,
  sql,
  finding,
});
