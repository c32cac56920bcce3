import type pg from "pg";
import { copyRows, type Rows } from "./copy.ts";

/** Reading: the only handle in scope of a query. */
export interface Read {
  sql<Row>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]>;
}

/** Whose rows a transaction may see; row-level security reads it. An empty scope sees no office's rows. */
export interface Scope {
  readonly office?: number;
  readonly employee?: number;
}

/** Reading and writing, in one transaction. */
export interface Tx extends Read {
  /** From here on, another scope: for what two offices do together or not at all */
  enter(scope: Scope): Promise<void>;
  /** Thousands of rows at once */
  copy(rows: Rows): Promise<void>;
}

/** A statement in the source is one prepared statement of each connection, named once. */
const statements = new WeakMap<TemplateStringsArray, { readonly name: string; readonly text: string }>();
let count = 0;

export function query(strings: TemplateStringsArray, values: readonly unknown[]): pg.QueryConfig {
  let statement = statements.get(strings);
  if (!statement) {
    const text = strings.reduce((sql, part, index) => `${sql}$${index}${part}`);
    statement = { name: `visits-${++count}`, text };
    statements.set(strings, statement);
  }
  return { ...statement, values: values.map(parameter) };
}

/** Temporal's values travel as ISO text. */
function parameter(value: unknown): unknown {
  return value instanceof Temporal.Instant || value instanceof Temporal.PlainDate ? value.toString() : value;
}

/** From its beginning to its end. */
export interface Turn {
  isOver: boolean;
}

export const readHandle = (client: pg.ClientBase, turn: Turn = { isOver: false }): Read => ({
  sql: async <Row>(strings: TemplateStringsArray, ...values: readonly unknown[]) => {
    requireTurn(turn);
    return (await client.query(query(strings, values))).rows as Row[];
  },
});

export const writeHandle = (client: pg.ClientBase, turn: Turn = { isOver: false }): Tx => ({
  ...readHandle(client, turn),
  enter: async (scope) => {
    requireTurn(turn);
    await client.query(settingsOf(scope));
  },
  copy: async (rows) => {
    requireTurn(turn);
    await copyRows(client, rows);
  },
});

/** Of several statements at once one may fail while others go on: the connection may be another transaction's by then. */
function requireTurn(turn: Turn): void {
  if (turn.isOver) throw new Error("A statement came after the end of its transaction.");
}

/** Literals, because set_config is not propagated by every pooler and shard; integers only, so nothing to quote. */
export function settingsOf(scope: Scope): string {
  const value = (id: number | undefined) => (id === undefined ? "''" : `'${Math.trunc(id)}'`);
  return `set local visits.office = ${value(scope.office)}; set local visits.employee = ${value(scope.employee)}`;
}
