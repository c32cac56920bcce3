import type { AdministeredOffice } from "../identity/office-access.ts";
import { type FieldError, Refusal, refuseFields } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { RuleChange } from "../proposals/rule-change.ts";
import { comingHours } from "./coming-hours.ts";
import type { ActivityRequest } from "./contract.ts";
import { asSeen, type SeenQueue } from "./existing.ts";
import { rangeErrors } from "./rules.ts";
import { replaceActivity, updateQueue } from "./sql.ts";

/**
 * Active or not, for good or for dates (circular §Γ: «σύμφωνα με το διαθέσιμο προσωπικό της υπηρεσίας»). For good also
 * clears the dates on which it was otherwise. The default queue is always active.
 */
export function activation(
  office: AdministeredOffice,
  seen: SeenQueue,
  { active, ...dates }: ActivityRequest & { readonly active: boolean },
  now: Temporal.Instant,
): RuleChange {
  const today = dateOf(now);
  const [from, to] = datesOf(dates, today);
  return {
    act: active ? "queue-activated" : "queue-deactivated",
    span: { first: from, last: to },
    write: async (tx) => {
      const queue = await asSeen(tx, office, seen);
      if (queue.isDefault && !active) throw new Refusal(409, "default-queue-stays");
      if (active && (await comingHours(tx, office, queue.number, today)).length === 0)
        throw new Refusal(409, "queue-without-hours");
      const dated = to !== null && queue.active !== active ? active : null;
      await replaceActivity(tx, office.id, { queue: queue.number, from, to, active: dated });
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
