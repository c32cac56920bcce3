import { randomUUID } from "node:crypto";
import pg from "pg";
import { type HostileCall, hostileCalls } from "./hostile-calls.ts";
import { type HostileStatement, hostileStatements } from "./hostile-statements.ts";
import { mayChange, unrecorded } from "./may-change.ts";
import { PERSON, type TwoOffices, twoOffices } from "./two-offices.ts";
import { allTables, type ChangedRow, changes, tablesOfDefiner, wholeDatabase } from "./whole-database.ts";

export interface HostileReport {
  readonly calls: number;
  /** Of these, those that were not refused */
  readonly answered: number;
  readonly statements: number;
  /** What was erased, forged or seen, in words; nothing, where all is well */
  readonly wrong: readonly string[];
}

interface Attack {
  /** Of a database that is migrated and empty */
  readonly ownerUrl: string;
  /** Of each function */
  readonly times: number;
  readonly seed: number;
}

/**
 * Somebody has the application's login and nothing else, and sends SQL: every function that may more than that role, with
 * hostile arguments, then statements past all functions. SECURITY.md says what is theirs by design.
 */
export async function roleWithSql({ ownerUrl, times, seed }: Attack): Promise<HostileReport> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const login = `hostile_${randomUUID().replaceAll("-", "")}`;
  await owner.query(`create role ${login} login password 'secret' in role visits_app`);
  const hostile = new pg.Client({
    connectionString: Object.assign(new URL(ownerUrl), { username: login, password: "secret" }).href,
    options: "-c statement_timeout=10s -c datestyle=SQL,DMY -c timezone=Pacific/Kiritimati",
  });
  await hostile.connect();
  try {
    const offices = await twoOffices(owner);
    await owner.query("analyze");
    const tables = await allTables(owner);
    const calls = await hostileCalls(owner, { own: offices.own, times, seed });
    const first = await wholeDatabase(owner, tables);
    const { answered, wrong } = await callAll({ owner, hostile, offices }, calls);
    const second = await wholeDatabase(owner, tables);
    wrong.push(
      ...changes(first, second)
        .filter((change) => !mayChange(change, offices))
        .map(inWords),
    );
    const statements = await hostileStatements(owner, offices);
    wrong.push(...(await sendAll(hostile, statements)));
    wrong.push(...changes(second, await wholeDatabase(owner, tables)).map(inWords));
    return { calls: calls.length, answered, statements: statements.length, wrong };
  } finally {
    await hostile.end();
    await owner.query(`drop role ${login}`);
    await owner.end();
  }
}

const inWords = ({ table, is, row }: ChangedRow): string => `${table}: ${is} is ${JSON.stringify(row)}`;

interface Scene {
  readonly owner: pg.Client;
  readonly hostile: pg.Client;
  readonly offices: TwoOffices;
}

/** Each in a transaction of its own, which stands; what came of it is looked at before the next one covers it. */
async function callAll({ owner, hostile, offices }: Scene, calls: readonly HostileCall[]) {
  const tables = await tablesOfDefiner(owner);
  const wrong: string[] = [];
  let answered = 0;
  let before = await wholeDatabase(owner, tables);
  for (const call of calls) {
    const answers = await answersTo(hostile, call);
    const what = `${call.text} with ${JSON.stringify(call.values)}`;
    if (answers) answered += 1;
    if (answers?.some((answer) => answer?.includes(PERSON))) wrong.push(`${what} tells of a person`);
    if (!call.writes) continue;
    const after = await wholeDatabase(owner, tables);
    const changed = changes(before, after);
    before = after;
    const faults = [...changed.filter((change) => !mayChange(change, offices)).map(inWords), ...unrecorded(changed)];
    wrong.push(...faults.map((fault) => `${what}: ${fault}`));
  }
  return { answered, wrong };
}

/** Null: refused */
async function answersTo(hostile: pg.Client, { text, values, office, employee }: HostileCall) {
  await hostile.query(
    `begin; set local visits.office = '${office ?? ""}'; set local visits.employee = '${employee ?? ""}'`,
  );
  const answer = await hostile.query<{ answer: string | null }>(text, [...values]).catch(() => null);
  await hostile.query("commit");
  return answer?.rows.map((row) => row.answer) ?? null;
}

async function sendAll(hostile: pg.Client, statements: readonly HostileStatement[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { sql, values, office } of statements) {
    await hostile.query(`begin; set local visits.office = '${office}'`);
    const came = await (values ? hostile.query(sql, [...values]) : hostile.query(sql)).then(lastCount, refusalOf);
    await hostile.query("commit");
    if (came !== "nothing found" && came !== "refused") wrong.push(`of office ${office}: ${sql}: ${came}`);
  }
  return wrong;
}

/** Of several at once the last one counts. */
function lastCount(answer: pg.QueryResult | pg.QueryResult[]): string {
  const { rowCount, command } = Array.isArray(answer) ? (answer.at(-1) as pg.QueryResult) : answer;
  return rowCount === 0 ? "nothing found" : `${command} was done`;
}

/** insufficient_privilege, check_violation, and a trigger's function called by itself; another error proves nothing. */
const REFUSALS = ["42501", "23514", "0A000"];

const refusalOf = ({ code, message }: pg.DatabaseError): string =>
  REFUSALS.includes(code ?? "") ? "refused" : message;
