import pg from "pg";
import { vi } from "vitest";

/** What the pool asks of each connection that it opens, whoever is the first to need one more. */
const OF_THE_POOL = "select pg_is_in_recovery()";

/** The statements that an act sends to the database, beginnings and ends included. */
export async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await act();
    const texts = query.mock.calls.map(([asked]) => (asked as unknown as { text?: string }).text ?? String(asked));
    return texts.filter((text) => !text.startsWith(OF_THE_POOL));
  } finally {
    query.mockRestore();
  }
}
