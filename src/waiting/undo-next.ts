import { lockDays } from "../appointments/place/locks.ts";
import { takeBackOnce } from "../audit/take-back.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { takeBackVisits } from "./take-back.ts";

/**
 * All that one press of «Επόμενος» did, taken back together or not at all. Asked again it answers the same.
 * @throws Refusal 404; 409 when something was done with one of them since
 */
export async function undoNext(
  tx: Tx,
  office: OperableOffice,
  id: string,
  now: Temporal.Instant,
): Promise<{ readonly id: string }> {
  const taking = {
    id,
    act: "next-served",
    undoing: "next-undone",
    unknown: "next-not-found",
    lock: ({ details }: { details: { date: string } }) =>
      lockDays(tx, office.id, Temporal.PlainDate.from(details.date)),
    takeBack: async () => {
      const { staying } = await takeBackVisits(tx, office, id, now);
      if (staying.length > 0) throw new Refusal(409, "next-overtaken");
      return {};
    },
  } as const;
  await takeBackOnce(tx, office, taking, now);
  return { id };
}
