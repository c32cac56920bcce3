import type { Read } from "../../platform/database/sql.ts";
import type { BoardCall } from "./board-schema.ts";

/** SQL of what a display shows beside the calls. */

export interface BoardFacts {
  readonly name: string;
  readonly slackMinutes: number;
  /** By the number of the counter */
  readonly arrows: Readonly<Record<string, NonNullable<BoardCall["arrow"]>>>;
  /** Null: no queue serves now */
  readonly servesSince: Temporal.Instant | null;
  /** The ids of the displays that there are */
  readonly screens: readonly string[];
}

export async function boardFacts(
  tx: Read,
  officeId: number,
  { date, now }: { readonly date: Temporal.PlainDate; readonly now: Temporal.Instant },
): Promise<BoardFacts> {
  const rows = await tx.sql<BoardFacts>`
    select name, settings.line_slack_minutes as "slackMinutes",
      (select coalesce(json_object_agg(number, arrow), '{}') from queue
        where office_id = ${officeId} and arrow is not null) as arrows,
      (select lower(part) from unnest((
          select range_agg(parts) from queue, served_parts(office_id, number, ${date}) where office_id = ${officeId}
        )) as part where part @> ${now}::timestamptz) as "servesSince",
      array(select id from entrance_screen where office_id = ${officeId} and kind = 'display') as screens
    from office join office_settings as settings on settings.office_id = office.id where office.id = ${officeId}`;
  return rows[0] as BoardFacts;
}
