import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { defaultIsActive, doublyServed } from "./sql.ts";

/**
 * What holds of an office's queues after every change, whichever way it came about: «ένας υπάλληλος εξυπηρετεί μια
 * ουρά», so never two active ones at the same time, and the default one is always active (circular §Γ).
 * @throws Refusal 409
 */
export async function requireSound(tx: Read, office: AdministeredOffice, now: Temporal.Instant): Promise<void> {
  const today = dateOf(now);
  const [first] = await doublyServed(tx, office.id, today);
  if (first) throw new Refusal(409, "employee-serves-two", { values: { ...first } });
  if (!(await defaultIsActive(tx, office.id, today))) throw new Refusal(409, "default-must-be-active");
}
