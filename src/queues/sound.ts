import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { doublyServed } from "./sql.ts";

/** «Ένας υπάλληλος εξυπηρετεί μια ουρά» (circular §Γ): never two active ones at the same hours. @throws Refusal 409 */
export async function requireOneQueueEach(tx: Read, office: AdministeredOffice): Promise<void> {
  const [first] = await doublyServed(tx, office.id);
  if (first) throw new Refusal(409, "employee-serves-two", { values: { ...first } });
}
