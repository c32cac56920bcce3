import { z } from "zod";
import type { Tx } from "../platform/database/sql.ts";

/** What the processes tell each other of employees: the live module carries it with all else that it tells. */

/** Their sessions, rights or name are not what they were; null: of every employee. */
export const employeeNotice = z.object({
  kind: z.literal("employee"),
  employee: z.int().nullable(),
  isRenamed: z.boolean(),
});

/** Whatever was known of their sessions and rights may be wrong now, or with a name what many offices show. */
export function announceEmployee(tx: Pick<Tx, "announce">, employee: number | null, isRenamed = false): void {
  tx.announce(JSON.stringify({ kind: "employee", employee, isRenamed } satisfies z.infer<typeof employeeNotice>));
}

/** As the live module hears them, with the notices of all else. */
export interface EmployeeNotices {
  follow(follower: {
    onNotice(notice: { readonly kind: string; readonly employee?: number | null }): void;
    onHearing(): void;
  }): void;
  isUpToDate(): boolean;
}
