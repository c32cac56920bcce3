import pg from "pg";
import { APP_ROLE } from "./migrate.ts";
import { CONNECTION_SETTINGS, type Way } from "./pool.ts";

/** Statements that make every connection of a login begin with the application's settings: a pooler passes none on. */
export const loginSettings = (login: string): string[] =>
  Object.entries(CONNECTION_SETTINGS)
    .filter(([name, value]) => name !== "role" || value !== login)
    .map(([name, value]) => `alter role ${pg.escapeIdentifier(login)} set ${name} = ${pg.escapeLiteral(value)}`);

/** @throws Error with the way on, where connections don't begin with the application's settings */
export async function requireSettings(pool: pg.Pool, way: Way): Promise<void> {
  const found = await settingsOf(pool).catch((error) => {
    throw isRefusedByPooler(error) ? new Error(WITHOUT_DIRECT, { cause: error }) : error;
  });
  const lacks = Object.entries(CONNECTION_SETTINGS).filter(([name, value]) => found.settings[name] !== value);
  if (lacks.length === 0) return;
  if (way === "direct") throw new Error(WITHOUT_DIRECT);
  const statements = loginSettings(found.login).map((statement) => `\n  ${statement};`);
  throw new Error(
    `The login ${found.login} lacks settings. Run this once, as the owner, and let the pooler reconnect:${statements.join("")}`,
  );
}

const WITHOUT_DIRECT =
  "DATABASE_URL leads to a pooler, which ignores what a connection begins with and passes no notices on: " +
  "set DATABASE_DIRECT_URL to the server's own address.";

/** PgBouncer's word for a startup parameter that it does not know. */
const isRefusedByPooler = (error: unknown): boolean =>
  error instanceof Error && /unsupported startup parameter/.test(error.message);

interface Found {
  readonly login: string;
  readonly settings: Readonly<Record<string, string>>;
}

async function settingsOf(pool: pg.Pool): Promise<Found> {
  const { rows } = await pool.query<{ login: string; name: string; setting: string }>(
    `select session_user as login, name, setting from unnest($1::text[]) as name,
      lateral (select case name when 'role' then current_user::text else current_setting(name) end as setting) as found`,
    [Object.keys(CONNECTION_SETTINGS)],
  );
  const login = rows[0]?.login ?? APP_ROLE;
  return { login, settings: Object.fromEntries(rows.map(({ name, setting }) => [name, setting])) };
}
