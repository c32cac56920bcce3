import { randomUUIDv7 } from "node:crypto";
import type pg from "pg";
import { requireTime } from "../deadline.ts";
import { copyRows, type Rows } from "./copy.ts";

/** Reading: the only handle in scope of a query. */
export interface Read {
  sql<Row>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]>;
}

/** Whose rows a transaction may see, for row-level security. */
export interface TenantScope {
  readonly office?: number;
  readonly employee?: number;
}

/** The rows of nobody but the nation: catalogue, holidays, people who work, keys and jobs. */
export interface NationScope extends TenantScope {
  readonly span: "nation";
}

/** Rows of all offices: only by functions of the database that are made for it, since row-level security shows none. */
export interface AcrossOfficesScope extends TenantScope {
  readonly span: "across offices";
}

/** What one transaction is about: one office, one employee, or it says that it is about none. */
export type TransactionScope =
  | (TenantScope & ({ readonly office: number } | { readonly employee: number }))
  | NationScope
  | AcrossOfficesScope;

export const OF_NATION: NationScope = { span: "nation" };
export const ACROSS_OFFICES: AcrossOfficesScope = { span: "across offices" };

declare const span: unique symbol;

/** The handle of what belongs to all offices, for the type alone: were they in several databases, each would be asked. */
export type AcrossOffices<Handle extends Read = Read> = Handle & { readonly [span]: "across offices" };

/** What spans all offices within the transaction of one: a person's limit, an earlier place elsewhere. */
export const acrossOffices = <Handle extends Read>(tx: Handle) => tx as AcrossOffices<Handle>;

/** A transaction that knows its end: nothing comes behind. */
export interface Ending extends Read {
  /**
   * The last statement, with which the commit travels. Nothing may be refused because of its answer, but where it wrote
   * nothing.
   */
  last<Row>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]>;
}

/** For a function that asks a single statement: it is the last one. */
export const endingWith = (tx: Ending): Read => ({ sql: tx.last });

/** For one of several acts of a transaction: what would be its last statement is the act's alone. */
export const withoutEnd = (tx: Tx): Tx => ({ ...tx, last: tx.sql });

/** Reading and writing, in one transaction. */
export interface Tx extends Ending {
  /** From here on, another scope: for what two offices do together or not at all */
  switchTenant(scope: TransactionScope): Promise<void>;
  /** Thousands of rows at once */
  copy(rows: Rows): Promise<void>;
  /** To all processes once the transaction is committed, and not if it never is */
  announce(...notices: readonly string[]): void;
  /**
   * The same by a row that a statement writes itself (`announcementRow`), for it need not write anything. Whoever learns that
   * it did not throws, and this process hears nothing of it either. @returns the row's id
   */
  announceByRow(notice: string): string;
}

/** What a transaction announces, and the rows by which another process does if this one does not come to it. */
export interface Announced {
  readonly rows: string[];
  readonly notices: string[];
}

/** A part of statements with values of its own: it stands where a value would. */
export interface Part {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
}

/** Bytes */
const LONGEST_NOTICE = 8_000;

const parts = new WeakSet<object>();

export function part(strings: TemplateStringsArray, ...values: readonly unknown[]): Part {
  const made = { strings, values };
  parts.add(made);
  return made;
}

/** Columns by their names, as a list that stands in a statement. */
export function columns(names: readonly string[]): Part {
  return literally(names, /^[a-z][a-z_]*$/, names.join(", "));
}

/**
 * Words of the program as an array that stands in the statement itself: an index of those rows alone is chosen for it, which
 * it is not for a parameter.
 */
export function words(list: readonly string[]): Part {
  return literally(list, /^[a-z]+(-[a-z]+)*$/, `array[${list.map((word) => `'${word}'`).join(", ")}]`);
}

function literally(names: readonly string[], allowed: RegExp, text: string): Part {
  const strange = names.find((name) => !allowed.test(name));
  if (strange !== undefined) throw new Error(`No statement may name ${strange}.`);
  return part(Object.assign([text], { raw: [text] }));
}

const isPart = (value: unknown): value is Part => typeof value === "object" && value !== null && parts.has(value);

/** A statement, with the parts it is put together from, is one prepared statement of each connection, named once. */
const names = new Map<string, string>();

export function query(strings: TemplateStringsArray, values: readonly unknown[]): pg.QueryConfig {
  const given: unknown[] = [];
  const text = statementText(strings, values, given);
  const name = names.get(text) ?? `visits-${names.size + 1}`;
  names.set(text, name);
  return { name, text, values: given };
}

function statementText(strings: TemplateStringsArray, values: readonly unknown[], given: unknown[]): string {
  return strings.reduce((text, string, index) => {
    const value = values[index - 1];
    const placed = isPart(value)
      ? statementText(value.strings, value.values, given)
      : `$${given.push(parameter(value))}`;
    return text + placed + string;
  });
}

/** Temporal's values travel as ISO text. */
function parameter(value: unknown): unknown {
  return value instanceof Temporal.Instant || value instanceof Temporal.PlainDate ? value.toString() : value;
}

/** From its beginning to its end. */
export interface TransactionState {
  isOver: boolean;
  /** Sent already, behind the last statement */
  commit?: Promise<pg.QueryResult>;
  /** What failed first, in the order of sending */
  failure?: unknown;
  readonly announced: Announced;
  /** Of what is announced, what no row has yet */
  readonly unwritten: string[];
}

export const newTransaction = (): TransactionState => ({
  isOver: false,
  announced: { rows: [], notices: [] },
  unwritten: [],
});

/**
 * Of statements that travel together the first that fails fails all behind it, and any of them may be heard first: each
 * fails for the reason of the first, such as a full disk or a deadlock. The answers come in the order of sending.
 */
export const answerOf = <T>(turn: TransactionState, answer: Promise<T>): Promise<T> =>
  answer.catch((error) => {
    turn.failure ??= error;
    throw turn.failure;
  });

export const readHandle = (client: pg.ClientBase, turn: TransactionState = newTransaction()): Ending => ({
  sql: async <Row>(strings: TemplateStringsArray, ...values: readonly unknown[]) => {
    requireOpen(turn);
    return (await answerOf(turn, client.query(query(strings, values)))).rows as Row[];
  },
  last: async <Row>(strings: TemplateStringsArray, ...values: readonly unknown[]) => {
    requireOpen(turn);
    turn.isOver = true;
    const answer = answerOf(turn, client.query(query(strings, values)));
    turn.commit = sendCommit(client, turn);
    // Heard when the work has ended, unless the statement failed: then there is nothing to commit.
    turn.commit.catch(() => {});
    return (await answer).rows as Row[];
  },
});

/** Ahead of it, what the transaction has to announce: whoever ends between the two announces nothing. */
export function sendCommit(client: pg.ClientBase, turn: TransactionState): Promise<pg.QueryResult> {
  if (turn.unwritten.length > 0) {
    const inserting = client.query({
      name: "announce",
      text: "insert into announcement (id, notices) values ($1, $2)",
      values: [newRow(turn), turn.unwritten],
    });
    // Should it fail, the commit does.
    answerOf(turn, inserting).catch(() => {});
  }
  return answerOf(turn, client.query("commit"));
}

function newRow({ announced }: TransactionState): string {
  const id = randomUUIDv7();
  announced.rows.push(id);
  return id;
}

/** A query of a statement; with a source, only where that has a row. */
export const announcementRow = (id: string, notice: string, source: Part): Part =>
  part`insert into announcement (id, notices) select ${id}::uuid, array[${notice}::text] ${source}`;

export const writeHandle = (client: pg.ClientBase, turn: TransactionState = newTransaction()): Tx => ({
  ...readHandle(client, turn),
  switchTenant: async (scope) => {
    requireOpen(turn);
    await answerOf(turn, client.query(settingsOf(scope)));
  },
  copy: async (rows) => {
    requireOpen(turn);
    await copyRows(client, rows, (answer) => answerOf(turn, answer));
  },
  announce: (...notices) => {
    requireOpen(turn);
    notices.forEach(requireShort);
    turn.announced.notices.push(...notices);
    turn.unwritten.push(...notices);
  },
  announceByRow: (notice) => {
    requireOpen(turn);
    requireShort(notice);
    turn.announced.notices.push(notice);
    return newRow(turn);
  },
});

/** Of several statements at once one may fail while others go on: the connection may be another transaction's by then. */
function requireOpen(turn: TransactionState): void {
  requireTime();
  if (turn.isOver) throw new Error("A statement came after the end of its transaction.");
}

/** What PostgreSQL would not carry once it is committed is refused before. */
function requireShort(notice: string): void {
  if (Buffer.byteLength(notice) >= LONGEST_NOTICE) throw new Error("A notice is too long for NOTIFY.");
}

/** Literals, because set_config is not propagated by every pooler and shard; integers only, so nothing to quote. */
export function settingsOf(scope: TenantScope): string {
  const value = (id: number | undefined) => (id === undefined ? "''" : `'${Math.trunc(id)}'`);
  return `set local visits.office = ${value(scope.office)}; set local visits.employee = ${value(scope.employee)}`;
}
