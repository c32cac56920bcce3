import type pg from "pg";

/** Reading: the only handle in scope of a query. */
export interface Read {
  sql<Row>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]>;
}

/** Reading and writing, in one transaction. */
export interface Tx extends Read {
  readonly writes: true;
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

export const readHandle = (client: pg.ClientBase): Read => ({
  sql: async <Row>(strings: TemplateStringsArray, ...values: readonly unknown[]) =>
    (await client.query(query(strings, values))).rows as Row[],
});

export const writeHandle = (client: pg.ClientBase): Tx => ({ ...readHandle(client), writes: true });
