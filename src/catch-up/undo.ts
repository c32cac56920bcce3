import { lockDays } from "../appointments/place/locks.ts";
import { takeBackOnce } from "../audit/take-back.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { takeBackVisits } from "../waiting/take-back.ts";
import type { CatchUpUndone } from "./contract.ts";

/**
 * All that one catching up did, taken back together but for those with which something was done since. Asked again
 * it answers what it has done.
 * @throws Refusal 404
 */
export async function undoCatchUp(
  tx: Tx,
  office: OperableOffice,
  id: string,
  now: Temporal.Instant,
): Promise<CatchUpUndone> {
  const taking = {
    id,
    act: "caught-up",
    undoing: "catch-up-undone",
    unknown: "catch-up-not-found",
    lock: ({ details }: { details: { date: string } }) =>
      lockDays(tx, office.id, Temporal.PlainDate.from(details.date)),
    takeBack: async () => {
      const { restored, staying } = await takeBackVisits(tx, office, id, now);
      return { restored: restored.length, staying: [...staying] };
    },
  } as const;
  const { restored, staying } = await takeBackOnce(tx, office, taking, now);
  return { id, restored, staying };
}
