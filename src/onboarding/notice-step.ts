import type { OperableOffice } from "../identity/office-access.ts";
import { createCache } from "../platform/cache.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import type { OnboardingStep } from "./contract.ts";
import { administeredOffices, insertSteps, type Noticed } from "./steps-sql.ts";

/** What this process knows to be done: it stays so. Six of each office at most. */
const doneSteps = createCache<string, true>({ name: "steps that are done", max: 20_000 });
const keyOf = (officeId: number, step: OnboardingStep): string => `${officeId} ${step}`;

/** A process that turns to another database knows nothing of it. */
export const clearStepsCache = (): void => doneSteps.clear();

/**
 * Notices what an administrator does for the first time, in the transaction of the act, once in each. It holds the row
 * until that ends: it comes after the act's own locks.
 * @returns whether anything was written
 */
export async function noticeStep(
  tx: Tx,
  office: OperableOffice,
  step: OnboardingStep,
  now: Temporal.Instant,
): Promise<boolean> {
  if (!isDue(office, step)) return false;
  const { id: officeId, employeeId } = office;
  // Who became an administrator during a session is signed in as one too.
  const steps = step === "signed-in" ? [step] : (["signed-in", step] as const);
  return notice(tx, { officeId, employeeId, steps }, now);
}

/** The same for what is only looked at: it has no transaction that writes. */
export async function noticeLook(
  db: Database,
  office: OperableOffice,
  step: OnboardingStep,
  now: Temporal.Instant,
): Promise<void> {
  if (!isDue(office, step)) return;
  await db.write({ office: office.id }, (tx) => noticeStep(tx, office, step, now));
  doneSteps.set(keyOf(office.id, step), true);
}

/** In every office that the employee administers. Leaves the transaction with the last one's rows. */
export async function noticeSignIn(tx: Tx, employeeId: number, now: Temporal.Instant): Promise<void> {
  await tx.switchTenant({ employee: employeeId });
  for (const officeId of await administeredOffices(tx, employeeId)) {
    if (doneSteps.get(keyOf(officeId, "signed-in"))) continue;
    await tx.switchTenant({ office: officeId });
    await notice(tx, { officeId, employeeId, steps: ["signed-in"] }, now);
  }
}

const isDue = ({ id, roles }: OperableOffice, step: OnboardingStep): boolean =>
  roles.includes("administrator") && !doneSteps.get(keyOf(id, step));

/** What stood there before is committed; what is written now may still be taken back. */
async function notice(tx: Tx, noticed: Noticed, now: Temporal.Instant): Promise<boolean> {
  const written = await insertSteps(tx, noticed, now);
  for (const step of noticed.steps) if (!written.includes(step)) doneSteps.set(keyOf(noticed.officeId, step), true);
  return written.length > 0;
}
