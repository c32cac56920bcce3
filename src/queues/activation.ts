import type { AdministeredOffice } from "../identity/office-access.ts";
import { type FieldError, Refusal, refuseFields } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { comingHours } from "./coming-hours.ts";
import type { ActivityRequest } from "./contract.ts";
import { asSeen } from "./existing.ts";
import type { RuleChange } from "./rule-change.ts";
import { rangeErrors } from "./rules.ts";
import { replaceActivity, updateQueue } from "./sql.ts";

/**
 * Active or not, for good or for dates (circular §Γ: «σύμφωνα με το διαθέσιμο προσωπικό της υπηρεσίας»). For good also
 * clears the dates on which it was otherwise. The default queue is always active.
 */
export function activation(
  office: AdministeredOffice,
  number: number,
  active: boolean,
  version: number | null,
  request: ActivityRequest,
  now: Temporal.Instant,
): RuleChange {
  const today = dateOf(now);
  const [from, to] = datesOf(request, today);
  return {
    act: active ? "queue-activated" : "queue-deactivated",
    span: { first: from, last: to },
    write: async (tx) => {
      const queue = await asSeen(tx, office, number, version);
      if (queue.isDefault && !active) throw new Refusal(409, "default-queue-stays");
      if (active && (await comingHours(tx, office, number, today)).length === 0)
        throw new Refusal(409, "queue-without-hours");
      const dated = to !== null && queue.active !== active ? active : null;
      await replaceActivity(tx, office.id, number, from, to, dated);
      if (to === null && queue.active !== active) await updateQueue(tx, office.id, queue, { ...queue, active });
    },
  };
}

function datesOf(
  { from, to }: ActivityRequest,
  today: Temporal.PlainDate,
): [Temporal.PlainDate, Temporal.PlainDate | null] {
  if (from === undefined && to === undefined) return [today, null];
  const missing: FieldError[] = [
    ...(from === undefined ? [{ field: "from", code: "date-required" }] : []),
    ...(to === undefined ? [{ field: "to", code: "date-required" }] : []),
  ];
  refuseFields(missing.length > 0 ? missing : rangeErrors(from as string, to as string, today.toString()));
  return [Temporal.PlainDate.from(from as string), Temporal.PlainDate.from(to as string)];
}
