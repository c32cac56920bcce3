import type { Database } from "../../src/platform/database/transaction.ts";
import { hasOffices } from "./seed-sql.ts";

/** For a trial that may make none by itself. @throws Error that says who can */
export async function requireOffices(db: Database): Promise<void> {
  if (await hasOffices(db.nation)) return;
  throw new Error(
    "The database has no offices, and only its owner can make a trial's invented ones: set DATABASE_OWNER_URL as well, " +
      'or run "npm run visits -- seed" with it once.',
  );
}
