import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { refuseFields } from "../platform/refusal.ts";
import type { ChangeQueueRequest } from "./contract.ts";
import { existing, requireEmployee, requireVersion } from "./existing.ts";
import type { RuleChange } from "./rule-change.ts";
import { nameErrors } from "./rules.ts";
import { hoursOf, updateQueue } from "./sql.ts";

/** Its name, whose it is, how long its slots are. Appointments that there are stay as they are. */
export const queueChange = (
  office: AdministeredOffice,
  number: number,
  version: number,
  request: ChangeQueueRequest,
): RuleChange => ({
  act: "queue-changed",
  span: null,
  write: async (tx) => {
    const before = await existing(tx, office, number);
    requireVersion(before, version);
    refuseFields(request.name === undefined ? [] : nameErrors(request.name));
    const employee =
      request.employee === undefined ? before.employee : await requireEmployee(tx, office, request.employee);
    const slotMinutes = request.slotMinutes ?? before.slotMinutes;
    await requireSlotFits(tx, office, number, slotMinutes);
    const after = { ...before, name: request.name?.trim() ?? before.name, employee, slotMinutes };
    if (!(await updateQueue(tx, office.id, before, after))) requireVersion(await existing(tx, office, number), version);
  },
});

async function requireSlotFits(tx: Tx, office: AdministeredOffice, number: number, minutes: number): Promise<void> {
  const hours = (await hoursOf(tx, office.id)).filter(({ queue }) => queue === number);
  if (hours.some(({ opens, closes }) => closes - opens < minutes))
    refuseFields([{ field: "slotMinutes", code: "slot-longer-than-hours", values: { minutes } }]);
}
