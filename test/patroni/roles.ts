import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { ROOT } from "../structure/source-files.ts";

const PASSWORD = "secret";

/** Roles and database as docs/operations.md has them made. @returns the addresses of both logins */
export async function makeRoles(port: number): Promise<{ readonly ownerUrl: string; readonly appUrl: string }> {
  const manual = await readFile(join(ROOT, "docs/operations.md"), "utf8");
  const [, block = ""] = /```sql\n(.*?)```/s.exec(manual) ?? [];
  const [first = "", then = ""] = block.replaceAll("'…'", `'${PASSWORD}'`).split("\\c visits");
  const as = (login: string, password: string, database: string) =>
    `postgres://${login}:${password}@127.0.0.1:${port}/${database}`;
  await say(as("postgres", "CHANGE-ME", "postgres"), first);
  await say(as("postgres", "CHANGE-ME", "visits"), then);
  return { ownerUrl: as("visits_owner", PASSWORD, "visits"), appUrl: as("visits", PASSWORD, "visits") };
}

async function say(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements.split(";").filter((each) => each.trim())) await client.query(statement);
  await client.end();
}
