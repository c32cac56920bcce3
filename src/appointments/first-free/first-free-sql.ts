import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";

export const officesToLookAhead = async (tx: AcrossOffices, notedBefore: Temporal.Instant): Promise<number[]> =>
  (await tx.sql<{ office: number }>`select office from offices_to_look_ahead(${notedBefore}) as office`).map(
    ({ office }) => office,
  );

/** For this transaction alone; false: another process looks there. */
export async function claimLook(tx: Tx, officeId: number): Promise<boolean> {
  const rows = await tx.sql<{ isClaimed: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('first free ' || ${officeId}::integer, 0)) as "isClaimed"`;
  return rows[0]?.isClaimed === true;
}

/** How far from now an office's first time by telephone lies. */
export async function leadByTelephone(tx: Read, officeId: number): Promise<number> {
  const rows = await tx.sql<{ minutes: number }>`
    select lead_minutes as minutes from office_settings where office_id = ${officeId}`;
  return rows[0]?.minutes ?? 0;
}

export async function noteFirstFree(
  tx: Tx,
  officeId: number,
  date: string | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    insert into first_free (office_id, date, noted_at) values (${officeId}, ${date}::date, ${now})
    on conflict (office_id) do update set date = excluded.date, noted_at = excluded.noted_at`;
}
