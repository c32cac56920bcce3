import type { AdministeredOffice } from "../identity/office-access.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { asSeen } from "./existing.ts";
import type { RuleChange } from "./rule-change.ts";
import { updateQueue } from "./sql.ts";

/** Put away for good; what was served in it stays in the history. */
export const archival = (
  office: AdministeredOffice,
  number: number,
  version: number | null,
  now: Temporal.Instant,
): RuleChange => ({
  act: "queue-archived",
  span: { first: dateOf(now), last: null },
  write: async (tx) => {
    const queue = await asSeen(tx, office, number, version);
    if (queue.isDefault) throw new Refusal(409, "default-queue-stays");
    await updateQueue(tx, office.id, queue, { ...queue, active: false, archived: true });
  },
});
