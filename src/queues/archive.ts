import type { AdministeredOffice } from "../identity/office-access.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { RuleChange } from "../proposals/rule-change.ts";
import { asSeen, type SeenQueue } from "./existing.ts";
import { updateQueue } from "./sql.ts";

/** Put away for good; what was served in it stays in the history. */
export const archival = (office: AdministeredOffice, seen: SeenQueue, now: Temporal.Instant): RuleChange => ({
  act: "queue-archived",
  span: { first: dateOf(now), last: null },
  write: async (tx) => {
    const queue = await asSeen(tx, office, seen);
    if (queue.isDefault) throw new Refusal(409, "default-queue-stays");
    await updateQueue(tx, office.id, queue, { ...queue, active: false, archived: true });
  },
});
