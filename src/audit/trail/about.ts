import type { Read } from "../../platform/database/sql.ts";
import { AUDIT_ACTS, type AuditAct } from "../acts.ts";
import { trailPage } from "./trail-sql.ts";

/** An entry as the person may know it whom it is about: not which employee it was. */
export interface AboutSomebody {
  readonly at: Temporal.Instant;
  readonly act: AuditAct;
  /** The program by itself */
  readonly isAutomatic: boolean;
  /** Of a look at a whole day */
  readonly day: Temporal.PlainDate | null;
}

/** More than anybody's appointments of the time that is kept leave */
const MOST = 2_000;

/** All that was done with a person's appointments or seen of them, the latest first. */
export async function entriesAbout(
  tx: Read,
  officeId: number,
  appointments: readonly string[],
): Promise<AboutSomebody[]> {
  const [from, to] = ["1970-01-01T00:00Z", "9999-01-01T00:00Z"].map((text) => Temporal.Instant.from(text));
  const asked = {
    from: from as Temporal.Instant,
    to: to as Temporal.Instant,
    appointments,
    employee: null,
    acts: AUDIT_ACTS,
  };
  const rows = await trailPage(tx, officeId, asked, { before: null, limit: MOST });
  return rows.map(({ at, act, employee_id, day }) => ({ at, act, isAutomatic: employee_id === null, day }));
}
