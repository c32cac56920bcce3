import type pg from "pg";
import { WRITER_OF } from "./structure/writers.ts";

/** Until when a night has counted, what was noted of one visit, and the key of the open data: figures are made of these. */
const NO_FIGURES: readonly string[] = ["measured_until", "in_vain_until", "visit_in_vain", "open_data_key"];

/** By the list of who writes which table, which is complete. */
const figureTables = (module: "measures" | "in-vain"): readonly string[] =>
  Object.entries(WRITER_OF).flatMap(([table, [writer]]) =>
    writer === module && !NO_FIGURES.includes(table) ? [table] : [],
  );

/** Nothing was counted of any day, whatever is counted. */
export async function forgetFigures(sql: Pick<pg.Client, "query">, module: "measures" | "in-vain"): Promise<void> {
  await sql.query(`truncate ${figureTables(module).join(", ")}`);
}
