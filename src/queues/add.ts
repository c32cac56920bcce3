import type { AdministeredOffice } from "../identity/office-access.ts";
import { noticeStep } from "../onboarding/notice-step.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { RuleChange } from "../proposals/rule-change.ts";
import type { NewQueueRequest } from "./contract.ts";
import { requireEmployee } from "./existing.ts";
import { requireFreeName } from "./free-name.ts";
import { hoursToWrite } from "./hours.ts";
import { isPublicBookingOpen } from "./public-booking-sql.ts";
import { hoursErrors, nameErrors } from "./rules.ts";
import { insertQueue, queuesOf, replaceHours } from "./sql.ts";

const MOST_QUEUES = 99;
const USUAL_SLOT = 10;

/** Further queues, hidden and inactive unless their head gives them hours and says otherwise at once (circular §Γ). */
export const queueAddition = (
  office: AdministeredOffice,
  wishes: readonly NewQueueRequest[],
  now: Temporal.Instant,
): RuleChange => ({
  act: "queue-added",
  span: null,
  write: async (tx) => {
    for (const wish of wishes) await addQueue(tx, office, wish, now);
    await noticeStep(tx, office, "queue-added", now);
  },
});

async function addQueue(
  tx: Tx,
  office: AdministeredOffice,
  { name, employee, slotMinutes = USUAL_SLOT, hours, active = false, isPublic = false }: NewQueueRequest,
  now: Temporal.Instant,
): Promise<void> {
  const number = 1 + Math.max(0, ...(await queuesOf(tx, office.id)).map((queue) => queue.number));
  if (number > MOST_QUEUES) throw new Refusal(409, "queues-full", { values: { max: MOST_QUEUES } });
  const wished = hours && { ...hours, to: null };
  refuseFields([
    ...(name === undefined ? [] : nameErrors(name)),
    ...(wished ? hoursErrors(wished, slotMinutes, dateOf(now).toString()) : []),
  ]);
  if (active && !Object.values(wished?.week ?? {}).some((times) => times.length > 0))
    throw new Refusal(409, "queue-without-hours");
  if (isPublic && !active) throw new Refusal(409, "public-must-be-active");
  if (isPublic && !(await isPublicBookingOpen(tx, office.id))) throw new Refusal(409, "public-booking-closed");
  const serving = await requireEmployee(tx, office, employee);
  const called = name?.trim() ?? `Ουρά ${number}`;
  await requireFreeName(tx, office, { number, name: called });
  await insertQueue(tx, office.id, {
    number,
    name: called,
    employee: serving?.id ?? null,
    slotMinutes,
    isDefault: false,
    active,
    public: isPublic,
    archived: false,
  });
  if (wished) await replaceHours(tx, office.id, hoursToWrite(number, wished));
}
