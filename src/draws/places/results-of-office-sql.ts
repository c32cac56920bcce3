import type { Read } from "../../platform/database/sql.ts";
import type { OfficeDraw } from "../contract.ts";

/** What became of an office's places after the draw. What was given an hour after the first went to the next in the order. */
export async function resultsOfOffice(
  tx: Read,
  officeId: number,
  draw: number,
): Promise<NonNullable<OfficeDraw["results"]>> {
  const rows = await tx.sql<NonNullable<OfficeDraw["results"]>>`
    with begun as (select min(made_at) + interval '1 hour' as end_of_draw from draw_result where draw = ${draw}),
    given as (select choice, answer, made_at <= end_of_draw as is_drawn from draw_result cross join begun
      where draw = ${draw} and office = ${officeId})
    select count(*) filter (where is_drawn and choice = 1)::integer as first,
      count(*) filter (where is_drawn and choice = 2)::integer as second,
      count(*) filter (where is_drawn and (choice is null or choice > 2))::integer as other,
      count(*) filter (where answer = 'coming')::integer as coming,
      count(*) filter (where answer in ('left', 'lost'))::integer as left,
      count(*) filter (where answer = 'silent')::integer as silent,
      count(*) filter (where answer is null)::integer as waiting,
      count(*) filter (where not is_drawn)::integer as passed,
      (select count(*)::integer from draw_place
        where office_id = ${officeId} and draw_place.draw = ${draw} and state = 'opened') as opened
    from given`;
  return rows[0] as NonNullable<OfficeDraw["results"]>;
}

/** By their names. */
export const officesNamed = (tx: Read, ids: readonly number[]): Promise<{ id: number; code: string; name: string }[]> =>
  tx.sql`select id, code, name from office where id = any (${ids}::integer[]) order by name collate "el-x-icu"`;

export interface OpenQueue {
  readonly number: number;
  readonly name: string;
}

/** Public and active: only from such a queue places are given by draw. */
export const openQueues = (tx: Read, officeId: number): Promise<OpenQueue[]> =>
  tx.sql<OpenQueue>`
    select number, name from queue where office_id = ${officeId} and is_public and is_active and not is_archived
    order by number`;
