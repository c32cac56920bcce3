import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { offsetText } from "../platform/time.ts";
import type { Staff } from "./contract.ts";
import { staffOf } from "./sql.ts";

/** The office's people by the directory; never typed by hand. */
export async function staffOfOffice(tx: Read, office: OperableOffice): Promise<Staff> {
  const rows = await staffOf(tx, office.id);
  return rows.map(({ lastName, firstName, roles, queues, syncedAt }) => ({
    lastName,
    firstName,
    roles: [...roles],
    queues: [...queues],
    checkedAt: hasAnswered(syncedAt) ? offsetText(syncedAt) : null,
  }));
}

/** An employee of whom the directory was never asked bears the epoch. */
const hasAnswered = (at: Temporal.Instant): boolean => at.epochMilliseconds > 0;
