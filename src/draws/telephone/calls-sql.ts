import type { Read } from "../../platform/database/sql.ts";

/** SQL of wishes that were written down by telephone. In the scope of their office. */

export interface TelephoneCallRow {
  readonly wish: string;
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly phone: string | null;
  readonly people: number;
}

/** In the drawn order. */
export const telephoneCallsOf = (tx: Read, officeId: number, draw: number): Promise<TelephoneCallRow[]> =>
  tx.sql<TelephoneCallRow>`
    select number as wish, id, last_name as "lastName", first_name as "firstName", phone, units as people
    from draw_wish join appointment on office_id = office and id = visit
    where draw = ${draw} and office = ${officeId} and draw_wish.kind = 'phone' order by place`;

/** Those with wishes that were written down in this office. */
export async function drawsWithCalls(tx: Read, officeId: number): Promise<number[]> {
  const rows = await tx.sql<{ draw: number }>`
    select distinct draw from draw_wish where office = ${officeId} and kind = 'phone' order by draw`;
  return rows.map(({ draw }) => draw);
}
