import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { type ManyActs, type OneOfMany, updateMany } from "./many-sql.ts";

/**
 * Writes the acts that a change of rules causes, while the office is locked (`lockOffice`). No appointment goes to where
 * another of them stands or stood, so that the database may write them in any order.
 */
export async function performMany(
  tx: Tx,
  office: AdministeredOffice,
  acts: readonly OneOfMany[],
  ruled: Omit<ManyActs, "employeeId">,
): Promise<void> {
  if (acts.length === 0) return;
  const written = await updateMany(tx, office.id, acts, { ...ruled, employeeId: office.employeeId });
  if (written < acts.length) throw new Error("An appointment was changed though nobody else may.");
}
