import type { OnboardingStep } from "../../onboarding/contract.ts";
import type { AcrossOffices, Read } from "../../platform/database/sql.ts";
import { offsetText } from "../../platform/time.ts";
import type { NationalDay } from "../contract.ts";

/** SQL over all offices, of numbers alone. */

export interface ProgressRow {
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  readonly regionalUnit: string | null;
  readonly municipality: string;
  readonly steps: readonly OnboardingStep[];
  readonly begunAt: Temporal.Instant | null;
  readonly version: number;
  readonly submittedAt: Temporal.Instant | null;
}

export const progressOfOffices = (tx: AcrossOffices): Promise<ProgressRow[]> => tx.sql<ProgressRow>`
  select code, name, region, regional_unit as "regionalUnit", municipality, steps, begun_at as "begunAt",
    version, submitted_at as "submittedAt"
  from onboarding_of_offices() as onboarding join office on office.id = onboarding.office
  order by region collate "el-x-icu" nulls last, regional_unit collate "el-x-icu" nulls last, name collate "el-x-icu", code`;

export async function countAppointments(
  tx: AcrossOffices,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Pick<NationalDay, "appointments" | "served">> {
  const rows = await tx.sql<{ appointments: string; served: string }>`
    select appointments, served from count_appointments(${from}, ${to})`;
  return { appointments: Number(rows[0]?.appointments), served: Number(rows[0]?.served) };
}

export async function firstFreeDays(tx: AcrossOffices, today: Temporal.PlainDate): Promise<NationalDay["firstFree"]> {
  const rows = await tx.sql<{ offices: string; half: number | null; most: number | null; noted_at: Temporal.Instant }>`
    select offices, half, most, noted_at from first_free_days(${today})`;
  const [row] = rows;
  return {
    offices: Number(row?.offices),
    half: row?.half ?? null,
    most: row?.most ?? null,
    notedAt: row?.noted_at ? offsetText(row.noted_at) : null,
  };
}

export async function officeOfCode(tx: Read, code: string): Promise<{ id: number; code: string } | null> {
  const rows = await tx.sql<{ id: number; code: string }>`select id, code from office where code = ${code}`;
  return rows[0] ?? null;
}
