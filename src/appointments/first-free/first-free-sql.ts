import type { Read, Tx } from "../../platform/database/sql.ts";

export const officesToLookAhead = async (tx: Read, notedBefore: Temporal.Instant): Promise<number[]> =>
  (await tx.sql<{ office: number }>`select office from offices_to_look_ahead(${notedBefore}) as office`).map(
    ({ office }) => office,
  );

/** How far from now an office's first time by telephone lies; null: another process looks there. */
export async function claimLook(tx: Tx, officeId: number): Promise<{ readonly leadMinutes: number } | null> {
  const rows = await tx.sql<{ leadMinutes: number }>`
    select lead_minutes as "leadMinutes" from office
    where id = ${officeId} and pg_try_advisory_xact_lock(hashtextextended('first free ' || id, 0))`;
  return rows[0] ?? null;
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
