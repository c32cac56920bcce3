import type { Check, Finding } from "./check.ts";

/** The worker seals within seconds; so long nothing waits that will be sealed. */
const longUnsealed: Check = {
  name: "long-unsealed",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', coalesce(code, '0'), count(*)) as finding
    from audit_unsealed left join office on office.id = office_id
    where at < ${now}::timestamptz - interval '1 hour' group by code order by 1`,
};

export const auditChecks: readonly Check[] = [longUnsealed];
