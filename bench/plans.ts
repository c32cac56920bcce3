import { dayOf } from "../src/appointments/day/day.ts";
import { openPool } from "../src/platform/database/pool.ts";
import type { Tx } from "../src/platform/database/sql.ts";
import { search } from "../src/search/search.ts";
import { explaining, isByOffice, readsOf } from "../test/search/explaining.ts";
import { generatedOffice } from "./generated-office.ts";
import type { Machine } from "./machine.ts";

/** How often a statement of a search or a day page reads a large table otherwise than by an index of the office. */
export async function plansBesideOffice(machine: Machine): Promise<number> {
  const office = await generatedOffice(machine);
  const now = Temporal.Now.instant();
  const today = Temporal.Now.plainDateISO("Europe/Athens");
  const work: readonly ((tx: Tx) => Promise<unknown>)[] = [
    (tx) => search(tx, office, "παπα", now),
    (tx) => search(tx, office, "xrhstou gewrg", now),
    (tx) => search(tx, office, "παπαδοπουλςο γεωργιος", now),
    (tx) => search(tx, office, "6911100203", now),
    (tx) => dayOf(tx, office, today, now),
  ];
  const pool = openPool(machine.appUrl, 1, () => {});
  const client = await pool.connect();
  let beside = 0;
  for (const act of work) {
    await client.query(`begin; set local visits.office = '${office.id}'`);
    const { tx, explained } = explaining(client, false);
    await act(tx);
    await client.query("rollback");
    beside += explained.flatMap(({ plan }) => readsOf(plan)).filter((read) => !isByOffice(read)).length;
  }
  client.release();
  await pool.end();
  return beside;
}
