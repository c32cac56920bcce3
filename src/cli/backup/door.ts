import type pg from "pg";
import { APP_ROLE } from "../../platform/database/migrate.ts";

/** While a restore goes on nobody but the owner looks into the tables, nor afterwards if it does not come to its end. */

/**
 * From the end of the transaction on.
 * @returns who is let in again at the end
 */
export async function shutOut(client: pg.ClientBase): Promise<string> {
  const everybody = await mayLook(client, "public");
  const kept = everybody ? `public, ${APP_ROLE}` : APP_ROLE;
  await client.query(`revoke usage on schema public from ${kept}`);
  if (await mayLook(client, APP_ROLE))
    throw new Error("The owner of the database does not own its schema public: as a superuser, give it to the owner.");
  return kept;
}

export async function letIn(client: pg.ClientBase, kept: string): Promise<void> {
  await client.query(`grant usage on schema public to ${kept}`);
}

async function mayLook(client: pg.ClientBase, role: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>("select has_schema_privilege($1, 'public', 'usage') as may", [
    role,
  ]);
  return rows[0]?.may === true;
}
