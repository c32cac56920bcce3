import type pg from "pg";

/** PostgreSQL's own word for it: read_only_sql_transaction. */
const READ_ONLY = "25006";
/** A server that is silent now is as good as none. */
const PATIENCE_MS = 2_000;

/**
 * A standby, a leader that was, or a server that somebody looks after: it answers, and takes no writes. Behind a proxy
 * another connection may lead to one that does.
 */
export const isReadOnly = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && error.code === READ_ONLY;

/** @throws Error as the server would say it to the first write */
export async function requireWritable(client: pg.ClientBase): Promise<void> {
  const asking = {
    text: "select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as refuses",
    query_timeout: PATIENCE_MS,
  };
  const { rows } = await client.query<{ refuses: boolean }>(asking);
  if (rows[0]?.refuses) throw Object.assign(new Error("The database takes no writes."), { code: READ_ONLY });
}
