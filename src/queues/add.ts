import type { AdministeredOffice } from "../identity/office-access.ts";
import { noticeStep } from "../onboarding/notice-step.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import type { RuleChange } from "../proposals/rule-change.ts";
import type { NewQueueRequest } from "./contract.ts";
import { requireEmployee } from "./existing.ts";
import { nameErrors } from "./rules.ts";
import { insertQueue, queuesOf } from "./sql.ts";

const MOST_QUEUES = 99;
const USUAL_SLOT = 10;

/** Another queue, hidden and inactive until its head gives it hours and activates it (circular §Γ). */
export const queueAddition = (
  office: AdministeredOffice,
  { name, employee, slotMinutes = USUAL_SLOT }: NewQueueRequest,
  now: Temporal.Instant,
): RuleChange => ({
  act: "queue-added",
  span: null,
  write: async (tx) => {
    const number = 1 + Math.max(0, ...(await queuesOf(tx, office.id)).map((queue) => queue.number));
    if (number > MOST_QUEUES) throw new Refusal(409, "queues-full", { values: { max: MOST_QUEUES } });
    refuseFields(name === undefined ? [] : nameErrors(name));
    const serving = await requireEmployee(tx, office, employee);
    await insertQueue(tx, office.id, {
      number,
      name: name?.trim() ?? `Ουρά ${number}`,
      employee: serving?.id ?? null,
      slotMinutes,
      isDefault: false,
      active: false,
      public: false,
      archived: false,
    });
    await noticeStep(tx, office, "queue-added", now);
  },
});
