import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { acrossOffices } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { defaultIsActive, lockStaff, type ServedTwice, servedTwice } from "./rules-sql.ts";

/** Which queues one employee served twice before a change: older than the rule, they are no reason to refuse another. */
export type ServedBefore = ReadonlySet<string>;

export const servedBefore = async (
  tx: Read,
  office: AdministeredOffice,
  now: Temporal.Instant,
): Promise<ServedBefore> => new Set((await servedTwice(acrossOffices(tx), office.id, dateOf(now))).map(keyOf));

const keyOf = ({ employee, a, b, elsewhere }: ServedTwice): string => JSON.stringify([employee, a, b, elsewhere]);

/**
 * This holds of an office's queues after every change, whichever way it came about: «ένας υπάλληλος εξυπηρετεί μια
 * ουρά», so never two active ones at the same time, also not in two offices, and the default one is always active
 * (circular §Γ).
 * @throws Refusal 409
 */
export async function requireSound(
  tx: Tx,
  office: AdministeredOffice,
  now: Temporal.Instant,
  before: ServedBefore,
): Promise<void> {
  const today = dateOf(now);
  await lockStaff(tx, office.id, today);
  const twice = (await servedTwice(acrossOffices(tx), office.id, today)).find((one) => !before.has(keyOf(one)));
  if (twice) {
    const { elsewhere, ...values } = twice;
    if (elsewhere === null) throw new Refusal(409, "employee-serves-two", { values });
    throw new Refusal(409, "employee-serves-elsewhere", { values: { ...values, elsewhere } });
  }
  if (!(await defaultIsActive(tx, office.id, today))) throw new Refusal(409, "default-must-be-active");
}
