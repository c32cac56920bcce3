import { queuesOfCaller } from "../appointments/of-day.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";

/** @throws Refusal 422 when the office has no such queue any more */
export async function requireServingQueue(
  tx: Read,
  office: OperableOffice,
  queue: number,
  now: Temporal.Instant,
): Promise<void> {
  const queues = await queuesOfCaller(tx, office, dateOf(now));
  if (queues.some(({ number }) => number === queue)) return;
  throw new Refusal(422, "fields-invalid", { errors: [{ field: "queue", code: "queue-not-found" }] });
}
