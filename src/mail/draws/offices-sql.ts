import type { Read } from "../../platform/database/sql.ts";
import type { Sender } from "../visit-sql.ts";

/** An office of which a letter speaks, whoever writes it. */
export type FreeOffice = Pick<Sender, "name" | "nameEn" | "address" | "postcode" | "municipality" | "phone">;

/** By their ids. */
export async function officesAt(tx: Read, ids: readonly number[]): Promise<ReadonlyMap<number, FreeOffice>> {
  const rows = await tx.sql<FreeOffice & { readonly id: number }>`
    select id, name, name_en as "nameEn", address, postcode, municipality, phone from office
    where id = any (${ids}::integer[])`;
  return new Map(rows.map(({ id, ...office }) => [id, office]));
}
