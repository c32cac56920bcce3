import { employeeName } from "../identity/employee-name-sql.ts";
import { announceOnboarding } from "../live/announce.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import type { OnboardingStep } from "./contract.ts";

export interface StepRow {
  readonly step: OnboardingStep;
  readonly at: Temporal.Instant;
  readonly by: string | null;
}

export const stepsOf = (tx: Read, officeId: number): Promise<StepRow[]> => tx.sql<StepRow>`
  select step, at, ${employeeName("employee_id")} as by from onboarding_step where office_id = ${officeId} order by at, step`;

/** Nobody has ever had an appointment there. */
export async function isEmptyOffice(tx: Read, officeId: number): Promise<boolean> {
  const rows = await tx.sql<{ empty: boolean }>`
    select not exists (select from appointment where office_id = ${officeId}) as empty`;
  return rows[0]?.empty === true;
}

export interface Noticed {
  readonly officeId: number;
  readonly employeeId: number;
  readonly steps: readonly OnboardingStep[];
}

/** Those of the steps that were done for the first time; the office's desks hear of them. */
export async function insertSteps(
  tx: Tx,
  { officeId, employeeId, steps }: Noticed,
  now: Temporal.Instant,
): Promise<OnboardingStep[]> {
  const rows = await tx.sql<{ step: OnboardingStep }>`
    insert into onboarding_step (office_id, step, employee_id, at)
    select ${officeId}::integer, step, ${employeeId}::integer, ${now}::timestamptz from unnest(${steps}::text[]) as step
    on conflict do nothing returning step`;
  if (rows.length > 0) announceOnboarding(tx, officeId);
  return rows.map(({ step }) => step);
}

/** Of the employee whose scope it is. */
export async function administeredOffices(tx: Read, employeeId: number): Promise<number[]> {
  const rows = await tx.sql<{ office: number }>`
    select office_id as office from membership where employee_id = ${employeeId} and role = 'administrator' order by 1`;
  return rows.map(({ office }) => office);
}
