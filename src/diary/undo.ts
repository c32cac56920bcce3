import { appointmentsByIds } from "../appointments/many/concerned.ts";
import { takeBackBookings } from "../appointments/many/take-back-bookings.ts";
import { lockOffice } from "../appointments/place/locks.ts";
import { record } from "../audit/record.ts";
import { takeBackOnce } from "../audit/take-back.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { type DiaryUndone, MAX_NAMED } from "./contract.ts";

/**
 * All that one diary brought in, cancelled together but for appointments with which something was done since, or whose
 * time has come. Asked again it answers what it has done.
 * @throws Refusal 404
 */
export async function undoBringingIn(
  tx: Tx,
  office: OperableOffice,
  id: string,
  now: Temporal.Instant,
): Promise<DiaryUndone> {
  const taking = {
    id,
    act: "diary-brought-in",
    undoing: "diary-undone",
    unknown: "diary-import-not-found",
    lock: () => lockOffice(tx, office.id),
    takeBack: async () => {
      const { restored, staying } = await takeBackBookings(tx, office, id, now);
      return { restored: restored.length, staying: [...staying] };
    },
  } as const;
  const { restored, staying } = await takeBackOnce(tx, office, taking, now);
  const shown = staying.slice(0, MAX_NAMED);
  const named = await appointmentsByIds(tx, office, shown);
  // Whoever asks again sees them too.
  if (shown.length > 0) await record(tx, office, { act: "appointment-viewed", appointments: shown }, now);
  return { id, restored, stayingCount: staying.length, staying: [...named.values()].map(nameOf).sort(byTime) };
}

type Staying = DiaryUndone["staying"][number];

const nameOf = ({ id, date, time, lastName, firstName }: Staying): Staying => ({ id, date, time, lastName, firstName });

const byTime = (a: Staying, b: Staying): number => `${a.date}${a.time}`.localeCompare(`${b.date}${b.time}`);
