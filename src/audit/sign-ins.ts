import type { SessionStarted } from "../identity/deps.ts";
import { NATION } from "../identity/ministry-access.ts";
import { record } from "./record.ts";

/** A sign-in stands in the audit of each office in which the employee may work from now on, or in the nation's. */
export const recordSignIn: SessionStarted = async (tx, { employeeId, offices }, now) => {
  for (const id of offices.length > 0 ? offices : [NATION]) {
    await tx.switchTenant({ office: id });
    await record(tx, { id, employeeId }, { act: "signed-in" }, now);
  }
};
