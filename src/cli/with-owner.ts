import { openDatabase } from "../platform/database/connect.ts";
import { openOwner } from "../platform/database/owner.ts";
import { OF_NATION } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import type { CommandCall, ExitCode } from "./command.ts";

/** Works as the owner of the tables: another role would see no office's rows, and report that all is well. */
export async function withOwner(
  { config, terminal, text }: CommandCall,
  work: (db: Database, app: Database) => Promise<ExitCode>,
): Promise<ExitCode> {
  const database = await openDatabase(config);
  const owner = database.ownerUrl === null ? null : openOwner(database.ownerUrl, database.notices);
  try {
    if (owner && (await isOwner(owner.db))) return await work(owner.db, database.app);
    terminal.err(text("command.answers.owner-needed"));
    return 1;
  } finally {
    await owner?.close();
    await database.close();
  }
}

async function isOwner(db: Database): Promise<boolean> {
  const [answer] = await db.read(
    OF_NATION,
    (tx) => tx.sql<{ owns: boolean }>`
    select pg_has_role(relowner, 'usage') as owns from pg_class where oid = 'office'::regclass`,
  );
  return answer?.owns === true;
}
