import type pg from "pg";
import { APP_ROLE } from "../../../src/platform/database/migrate.ts";

/** A text to be prepared, and as whom. */
export interface Asking {
  readonly text: string;
  readonly parameters: number;
  readonly isOwners: boolean;
}

/** What PostgreSQL says of it. */
export interface Answer {
  /** Undefined: it would run */
  readonly fault?: Fault;
  /** Of its parameters, in their order */
  readonly types: readonly string[];
}

export interface Fault {
  readonly message: string;
  /** Where in the text, from 0 on, where PostgreSQL says so */
  readonly at?: number;
}

/**
 * Each text is prepared and planned, and nothing is run. That looks up tables, columns, functions and types; that the role may
 * use them is looked at only when a plan is made ready to run. All travel together, over a connection of the owner's.
 */
export async function answersTo(owner: pg.Client, askings: readonly Asking[]): Promise<Answer[]> {
  const named = askings.map((asking, index) => ({ ...asking, name: `statement_${index}` }));
  const faults = new Map<string, Fault>();
  // As the pool of the application plans: without looking at what is given.
  await owner.query("set plan_cache_mode = force_generic_plan");
  for (const [isOwners, role] of [
    [false, APP_ROLE],
    [true, "none"],
  ] as const) {
    await owner.query(`set role ${role}`);
    const own = named.filter((asking) => asking.isOwners === isOwners);
    await Promise.all(own.map((asking) => prepareAndPlan(owner, asking, faults)));
  }
  const { rows } = await owner.query<{ name: string; types: string[] }>(
    "select name, parameter_types::text[] as types from pg_prepared_statements",
  );
  await owner.query("deallocate all; reset plan_cache_mode");
  const types = new Map(rows.map((row) => [row.name, row.types]));
  return named.map(({ name }) => ({ fault: faults.get(name), types: types.get(name) ?? [] }));
}

/** No plan is made of these: they are done, and taken back. */
const WITHOUT_PLAN = /^\s*(set|lock|analyze|vacuum|checkpoint)\b/;
/** No transaction takes it; what counts its rows looks at the same tables. */
const VACUUM = /^\s*vacuum( full)?/;

async function prepareAndPlan(
  owner: pg.Client,
  { name, text, parameters }: Asking & { readonly name: string },
  faults: Map<string, Fault>,
): Promise<void> {
  const preparing = `prepare ${name} as `;
  const nulls = parameters > 0 ? `(${Array(parameters).fill("null").join()})` : "";
  const fail = ({ message, position }: pg.DatabaseError) => {
    const at = position === undefined ? undefined : Number(position) - 1 - preparing.length;
    if (!faults.has(name)) faults.set(name, { message, at });
  };
  if (WITHOUT_PLAN.test(text)) {
    await Promise.all([owner.query(`begin; ${text.replace(VACUUM, "analyze")}`).catch(fail), owner.query("rollback")]);
    return;
  }
  await Promise.all([
    owner.query(preparing + text).catch(fail),
    owner.query(`explain execute ${name}${nulls}`).catch(fail),
  ]);
}
