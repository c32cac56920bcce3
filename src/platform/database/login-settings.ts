import pg from "pg";
import { APP_ROLE } from "./migrate.ts";
import { CONNECTION_SETTINGS, type Way } from "./pool.ts";
import { once } from "./reach-owner.ts";
import { sqlState } from "./transaction.ts";

/** With them every connection of a login begins: a pooler passes none of ours on. */
const settingsOfLogin = (login: string) =>
  Object.entries(CONNECTION_SETTINGS).filter(([name, value]) => name !== "role" || value !== login);

const giving = (login: string, settings: readonly (readonly [string, string])[]): string[] =>
  settings.map(([name, value]) => `alter role ${pg.escapeIdentifier(login)} set ${name} = ${pg.escapeLiteral(value)}`);

const INSUFFICIENT_PRIVILEGE = "42501";

/** Gives a login what it lacks. An owner who may not has a superuser do it once: what holds is looked at next. */
export async function giveSettings(ownerUrl: string, login: string): Promise<void> {
  const { rows } = await once(
    ownerUrl,
    `select unnest(setconfig) as setting from pg_db_role_setting join pg_roles on pg_roles.oid = setrole
      where setdatabase = 0 and rolname = ${pg.escapeLiteral(login)}`,
  );
  // Some are kept by a name with capitals.
  const held = new Set(rows.map(({ setting }) => setting.toLowerCase()));
  const lacking = settingsOfLogin(login).filter(([name, value]) => !held.has(`${name}=${value}`.toLowerCase()));
  if (lacking.length === 0) return;
  await once(ownerUrl, [ALONE, ...giving(login, lacking)].join(";")).catch((error) => {
    if (sqlState(error) !== INSUFFICIENT_PRIVILEGE) throw error;
  });
}

/** Two processes that alter one role at once would fail. */
const ALONE = `select pg_advisory_xact_lock(hashtext('${APP_ROLE}'))`;

/** @throws Error with the way on, where connections don't begin with the application's settings */
export async function requireSettings(pool: pg.Pool, way: Way): Promise<void> {
  const lacking = await lackingSettings(pool);
  if (lacking === null) return;
  if (way === "direct") throw new Error(WITHOUT_DIRECT, lacking.cause && { cause: lacking.cause });
  const statements = lacking.giving.map((statement) => `\n  ${statement};`);
  throw new Error(
    `The login ${lacking.login} lacks settings. Run this once, as a superuser, and let the pooler reconnect:${statements.join("")}`,
  );
}

interface LackingSettings {
  readonly login: string;
  /** What gives them to it, for a superuser to run */
  readonly giving: readonly string[];
  /** A pooler's own word, where it let nobody in */
  readonly cause?: Error;
}

/** Null where connections begin with the application's settings: else a pooler stands between, whose login lacks some. */
export async function lackingSettings(pool: pg.Pool): Promise<LackingSettings | null> {
  const found = await settingsOf(pool).catch((error: unknown): Error => {
    if (isRefusedByPooler(error)) return error;
    throw error;
  });
  if (found instanceof Error) return { login: APP_ROLE, giving: [], cause: found };
  const lacks = Object.entries(CONNECTION_SETTINGS).some(([name, value]) => found.settings[name] !== value);
  return lacks ? { login: found.login, giving: giving(found.login, settingsOfLogin(found.login)) } : null;
}

const WITHOUT_DIRECT =
  "DATABASE_URL leads to a pooler, which ignores what a connection begins with and passes no notices on: " +
  "set DATABASE_DIRECT_URL to the server's own address.";

/** PgBouncer's word for a startup parameter that it does not know. */
const isRefusedByPooler = (error: unknown): error is Error =>
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
