import { claimByCode } from "../../appointments/online/owner.ts";
import { officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { isSurname, type SoughtVisit } from "../visit/find/find.ts";
import { officeOfReference, visitOfReference } from "../visit/find/find-sql.ts";

/**
 * Whoever is signed in, and knows code and surname, sees the appointment among their own from then on; its trail says so. What
 * somebody else has booked as themselves is never theirs. Nothing is answered.
 */
export async function addByCode(
  db: Database,
  mark: Buffer,
  { reference, surname }: SoughtVisit,
  now: Temporal.Instant,
): Promise<void> {
  const office = await officeOfReference(db.acrossOffices, reference);
  if (office === null) return;
  await db.write({ office }, async (tx) => {
    const visit = await visitOfReference(tx, office, reference, now);
    if (!visit || !isSurname(surname, visit.last_name)) return;
    await claimByCode(tx, await officeOfCitizen(tx, office), visit.id, { mark, now });
  });
}
