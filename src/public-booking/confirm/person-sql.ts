import type { Read, Tx } from "../../platform/database/sql.ts";

/** SQL of how many appointments one person has booked online. */

/** Others of the same person wait, in whichever office they book. The last lock that a booking takes. */
export async function lockPerson(tx: Tx, keys: readonly Buffer[]): Promise<void> {
  await Promise.all(
    keys.map((key) => tx.sql`select pg_advisory_xact_lock(hashtextextended(${`online ${key.toString("hex")}`}, 0))`),
  );
}

/** To come, in all offices. */
export async function countVisits(tx: Read, keys: readonly Buffer[], now: Temporal.Instant): Promise<number> {
  const [row] = await tx.sql<{ visits: string }>`select count_online_visits(${keys}::bytea[], ${now}) as visits`;
  return Number(row?.visits);
}

export async function insertPerson(
  tx: Tx,
  officeId: number,
  appointment: string,
  keys: readonly Buffer[],
): Promise<void> {
  await tx.sql`
    insert into online_person (office_id, appointment_id, key)
    select ${officeId}::integer, ${appointment}::uuid, unnest(${keys}::bytea[])`;
}
