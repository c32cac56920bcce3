import type { Read, Tx } from "../../../src/platform/database/sql.ts";

/** Of each service the Greek words of its lines of what to bring. */
export async function greekLines(tx: Read): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.sql<{ code: string; lines: readonly string[] }>`
    select code, array (select item ->> 'greek' from jsonb_array_elements(to_bring) as item
      where item ->> 'mark' is distinct from 'found') as lines from service`;
  return new Map(rows.map(({ code, lines }) => [code, lines]));
}

/** What the head of an office with closed weeks would have said of it. */
export async function writeSeats(tx: Tx, office: number, seats: number): Promise<void> {
  await tx.sql`update office_settings set seats = ${seats} where office_id = ${office}`;
}

/** Somebody who interprets Greek Sign Language can be there. */
export async function writeSignLanguage(tx: Tx, office: number): Promise<void> {
  await tx.sql`update office set has_sign_language = true where id = ${office}`;
}

/** Invented offices that nobody has furnished yet. */
export async function withoutHours(tx: Read): Promise<string[]> {
  const rows = await tx.sql<{ code: string }>`
    select code from office
    where is_example and not exists (select from queue_hours where office_id = office.id) order by code`;
  return rows.map(({ code }) => code);
}
