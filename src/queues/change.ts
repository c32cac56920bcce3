import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { refuseFields } from "../platform/refusal.ts";
import { dateOf, epochMinute } from "../platform/time.ts";
import type { RuleChange } from "../proposals/rule-change.ts";
import { comingHours } from "./coming-hours.ts";
import type { ChangeQueueRequest } from "./contract.ts";
import { asSeen, requireEmployee, type SeenQueue } from "./existing.ts";
import { requireFreeName } from "./free-name.ts";
import { nameErrors } from "./rules.ts";
import { exceptionsFrom, type QueueRow, updateQueue } from "./sql.ts";

/** Its name, whose it is, how long its slots are, where its counter is. Appointments that there are stay as they are. */
export const queueChange = (
  office: AdministeredOffice,
  seen: SeenQueue,
  request: ChangeQueueRequest,
  now: Temporal.Instant,
): RuleChange => ({
  act: "queue-changed",
  span: null,
  write: async (tx) => {
    const before = await asSeen(tx, office, seen);
    refuseFields(request.name === undefined ? [] : nameErrors(request.name));
    const employee =
      request.employee === undefined ? before.employee : await requireEmployee(tx, office, request.employee);
    const slotMinutes = request.slotMinutes ?? before.slotMinutes;
    if (slotMinutes > before.slotMinutes) await requireSlotFits(tx, office, { number: seen.number, slotMinutes }, now);
    const arrow = request.arrow === undefined ? before.arrow : request.arrow;
    const after = { ...before, name: request.name?.trim() ?? before.name, employee, slotMinutes, arrow };
    if (request.name !== undefined) await requireFreeName(tx, office, after);
    await updateQueue(tx, office.id, before, after);
  },
});

/** The new slot fits into every stretch that is still to come, its own hours and extra ones. */
async function requireSlotFits(
  tx: Tx,
  office: AdministeredOffice,
  { number, slotMinutes }: Pick<QueueRow, "number" | "slotMinutes">,
  now: Temporal.Instant,
): Promise<void> {
  const hours = await comingHours(tx, office, number, dateOf(now));
  if (hours.some(({ opens, closes }) => closes - opens < slotMinutes))
    refuseSlot("slot-longer-than-hours", slotMinutes);
  const extra = (await exceptionsFrom(tx, office.id, now)).filter(
    ({ queue, kind }) => queue === number && kind === "extra",
  );
  if (extra.some(({ starts_at, ends_at }) => epochMinute(ends_at) - epochMinute(starts_at) < slotMinutes))
    refuseSlot("slot-longer-than-extra", slotMinutes);
}

const refuseSlot = (code: string, minutes: number): void =>
  refuseFields([{ field: "slotMinutes", code, values: { minutes } }]);
