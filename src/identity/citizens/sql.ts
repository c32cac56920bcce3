import { type AcrossOffices, type Part, part, type Read } from "../../platform/database/sql.ts";

/** SQL of where citizens may act. */

export interface OfficeNamed {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** As the import allows them; PostgreSQL would take offence at some other texts. */
const OFFICE_CODE = /^[0-9]{4}[Α-Ω]?$/;

/**
 * @param also further columns, each with a comma before it
 * @param beside where they stand, if not in `office`: joined to it
 */
export async function openOfficeOfCode<Also>(
  tx: Read,
  code: string,
  also: Part = part``,
  beside: Part = part``,
): Promise<(OfficeNamed & Also) | null> {
  if (!OFFICE_CODE.test(code)) return null;
  const rows = await tx.sql<OfficeNamed & Also>`
    select id, code, name${also} from office ${beside} where code = ${code} and is_open_to_citizens(id, region)`;
  return rows[0] ?? null;
}

export async function officeNamedById(tx: Read, id: number): Promise<OfficeNamed | null> {
  const rows = await tx.sql<OfficeNamed>`select id, code, name from office where id = ${id}`;
  return rows[0] ?? null;
}

export async function officeOfFormToken(tx: AcrossOffices, tokenHash: Buffer): Promise<OfficeNamed | null> {
  const rows = await tx.sql<OfficeNamed>`
    select id, code, name from office_of_form(${tokenHash}) as found (id) join office using (id)`;
  return rows[0] ?? null;
}
