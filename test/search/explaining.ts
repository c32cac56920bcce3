import type pg from "pg";
import { query, type Tx, writeHandle } from "../../src/platform/database/sql.ts";

/** A node of PostgreSQL's plan, as EXPLAIN tells it. */
export interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly Filter?: string;
  readonly Plans?: readonly Plan[];
}

export interface Explained {
  readonly text: string;
  readonly plan: Plan;
}

/** A transaction that also asks how each of its statements is carried out: with these values, or with any. */
export function explaining(
  client: pg.ClientBase,
  isGeneric: boolean,
): { readonly tx: Tx; readonly explained: Explained[] } {
  const explained: Explained[] = [];
  const sql = async <Row>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]> => {
    const { text, values: given = [] } = query(strings, values);
    const { rows } = isGeneric
      ? await explainGenerically(client, text, given.length)
      : await client.query(`explain (format json) ${text}`, given);
    explained.push({ text, plan: rows[0]["QUERY PLAN"][0].Plan });
    return (await client.query(text, given)).rows as Row[];
  };
  return { tx: { ...writeHandle(client), sql, last: sql }, explained };
}

let count = 0;

/** PostgreSQL 15 has no word for it: a plan that is forced to be for any values does not look at those that it is given. */
async function explainGenerically(client: pg.ClientBase, text: string, parameters: number): Promise<pg.QueryResult> {
  // Statements that travel together are explained together.
  const name = `explained_${++count}`;
  await client.query(`set local plan_cache_mode = force_generic_plan; prepare ${name} as ${text}`);
  const values = parameters > 0 ? `(${Array.from({ length: parameters }, () => "null").join(", ")})` : "";
  const result = await client.query(`explain (format json) execute ${name}${values}`);
  await client.query(`deallocate ${name}; set local plan_cache_mode to default`);
  return result;
}

/** Tables whose every row belongs to an office and of which there are millions. */
const LARGE = ["appointment", "appointment_event", "appointment_word", "audit_entry"];

/** Where a plan reads a large table. A bitmap's rows are named by the scan of the index below it. */
export const readsOf = (plan: Plan): Plan[] =>
  nodesOf(plan).filter(
    (node) =>
      (node["Node Type"] === "Bitmap Index Scan" &&
        LARGE.some((table) => node["Index Name"]?.startsWith(`${table}_`))) ||
      (LARGE.includes(node["Relation Name"] ?? "") &&
        node["Node Type"].endsWith("Scan") &&
        node["Node Type"] !== "Bitmap Heap Scan"),
  );

export const isByOffice = (node: Plan): boolean => node["Index Cond"]?.includes("office_id") === true;

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
