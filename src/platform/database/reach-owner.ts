import pg from "pg";
import type { Config } from "../config.ts";
import { ensureDatabase, startEmbedded } from "./embedded/embedded.ts";
import { requireGreek } from "./requirements.ts";
import { writableIn } from "./servers.ts";

/** The owner's way to a database that is left as it is: it is not migrated, and need not have any tables yet. */
export interface ReachedOwner {
  /** Null where no owner is named, and the application's login is none */
  readonly ownerUrl: string | null;
  close(): Promise<void>;
}

type Where = Pick<Config, "DATABASE_URL" | "DATABASE_OWNER_URL" | "DATABASE_DIRECT_URL" | "DATA_DIR">;

export async function reachOwner({ DATA_DIR, ...urls }: Where): Promise<ReachedOwner> {
  const given = urls.DATABASE_DIRECT_URL ?? urls.DATABASE_URL;
  if (given) {
    const url = await writableIn(given);
    const ownerUrl = await ownerOf(url, urls.DATABASE_OWNER_URL);
    await requireGreek(ownerUrl ?? url);
    return { ownerUrl, close: async () => {} };
  }
  const server = await startEmbedded(DATA_DIR);
  const ownerUrl = server.ownerUrl("visits");
  await ensureDatabase(ownerUrl, "visits").catch(async (error) => {
    await server.stop();
    throw error;
  });
  return { ownerUrl, close: () => server.stop() };
}

/** Who may make tables with the application's own login is taken for the owner. */
export async function ownerOf(url: string, ownerUrl: string | undefined): Promise<string | null> {
  if (ownerUrl) return await writableIn(ownerUrl);
  return (await mayCreate(url)) ? url : null;
}

async function mayCreate(url: string): Promise<boolean> {
  const { rows } = await once(url, "select has_schema_privilege('public', 'create') as may");
  return rows[0]?.may === true;
}

/** One statement, or several, on a connection of its own. */
export async function once(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
