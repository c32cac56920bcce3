import type { Read, Tx } from "../../platform/database/sql.ts";

/** SQL of what is published of draws. */

export interface DrawFile {
  /** How many events it tells of */
  readonly events: number;
  readonly body: string;
  readonly writtenAt: Temporal.Instant;
}

/** Null: nothing is published of it yet. */
export async function drawFile(tx: Read, draw: number): Promise<DrawFile | null> {
  const rows = await tx.sql<DrawFile>`
    select events, body, written_at as "writtenAt" from draw_file where draw = ${draw}`;
  return rows[0] ?? null;
}

/** One that tells of more stays. */
export async function writeFile(tx: Tx, draw: number, { events, body, writtenAt }: DrawFile): Promise<void> {
  await tx.sql`
    insert into draw_file (draw, events, body, written_at) values (${draw}, ${events}, ${body}, ${writtenAt})
    on conflict (draw) do update set events = excluded.events, body = excluded.body, written_at = excluded.written_at
    where draw_file.events <= excluded.events`;
}

/** By which it is known whether it has changed; null: nothing is published. */
export async function eventsInFile(tx: Read, draw: number): Promise<number | null> {
  const rows = await tx.sql<Pick<DrawFile, "events">>`select events from draw_file where draw = ${draw}`;
  return rows[0]?.events ?? null;
}

/** The number of the last draw that was published. */
export async function lastPublished(tx: Read): Promise<number | null> {
  const rows = await tx.sql<{ draw: number }>`select draw from draw_file order by draw desc limit 1`;
  return rows[0]?.draw ?? null;
}
