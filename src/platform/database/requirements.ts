import pg from "pg";

/** What the database must be able to do, and the application's role must not. Each throws an Error with the way on. */

/** What is wrong, by a code for whoever has words of their own, and in the sentence of the log. */
export interface DatabaseFault<Code extends string> {
  readonly code: Code;
  readonly sentence: string;
}

export type GreekFault = "old-server" | "other-encoding" | "no-greek-order" | "no-greek-letters";
export type RoleFault = "passes-security-by" | "owns-tables";

type Asking = Pick<pg.ClientBase, "query">;

export interface Abilities {
  readonly version: number;
  readonly encoding: string;
  readonly sorts: boolean;
  readonly folds: boolean;
}

/** Before anything is written: Greek must be stored, sorted and folded right. */
export async function requireGreek(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    refuse(greekFault(await abilitiesOf(client)));
  } finally {
    await client.end();
  }
}

export async function abilitiesOf(client: Asking): Promise<Abilities> {
  const { rows } = await client.query<Omit<Abilities, "folds">>(`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
      exists (select from pg_collation where collname = 'el-x-icu') as sorts`);
  const found = rows[0] as Omit<Abilities, "folds">;
  return { ...found, folds: found.encoding === "UTF8" && found.sorts && (await folds(client)) };
}

/** Capitals for ICU, and letters for trigrams, which ask the C library: in a database of LC_CTYPE=C Greek has none. */
async function folds(client: Asking): Promise<boolean> {
  const { rows } = await client.query<{ folds: boolean }>(
    `select upper('ά' collate "el-x-icu") in ('Ά', 'Α') and lower('Ω' collate "default") = 'ω' as folds`,
  );
  return rows[0]?.folds === true;
}

export function greekFault({ version, encoding, sorts, folds }: Abilities): DatabaseFault<GreekFault> | null {
  if (version < 150_000) return { code: "old-server", sentence: "PostgreSQL 15 or later is needed." };
  if (encoding !== "UTF8") {
    const sentence = `its encoding is ${encoding}, in which Greek can't be stored: create it with ENCODING 'UTF8'.`;
    return { code: "other-encoding", sentence };
  }
  if (!sorts) {
    const sentence = "the collation el-x-icu is missing, so Greek can't be sorted: use a PostgreSQL built with ICU.";
    return { code: "no-greek-order", sentence };
  }
  if (!folds) {
    const sentence =
      "its locale knows no Greek letters: create it with TEMPLATE template0 and LC_CTYPE 'C.UTF-8' or LOCALE_PROVIDER icu.";
    return { code: "no-greek-letters", sentence };
  }
  return null;
}

/** A restore keeps the application out until all is so as it may be seen. */
export async function requireRestored(pool: pg.Pool): Promise<void> {
  if (await isRestored(pool)) return;
  throw new Error(
    "The restore into this database did not come to its end, so nobody may work with it: " +
      "restore the backup into another one (a new database, or an empty DATA_DIR).",
  );
}

export async function isRestored(client: Asking): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>("select has_schema_privilege('public', 'usage') as may");
  return rows[0]?.may === true;
}

export interface Powers {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
}

/** Row-level security binds only a role that can't pass it by, nor become one that can. */
export const requirePlainRole = (pool: pg.Pool): Promise<void> => requirePlain(pool, "current_user");

/** SET ROLE NONE gives the application back what its login may do: in production that is no more than its role. */
export const requirePlainLogin = (pool: pg.Pool): Promise<void> => requirePlain(pool, "session_user");

const requirePlain = async (pool: pg.Pool, who: "current_user" | "session_user"): Promise<void> =>
  refuse(roleFault(await powersOf(pool, who)));

export async function powersOf(client: Asking, who: "current_user" | "session_user"): Promise<Powers> {
  const { rows } = await client.query<Powers>(`
    select ${who} as role, bool_or(rolsuper) as superuser, bool_or(rolbypassrls or rolname = 'visits_definer') as bypasses,
      bool_or(pg_roles.oid = (select relowner from pg_class where oid = to_regclass('public.appointment'))) as owns
    from pg_roles where pg_has_role(${who}, pg_roles.oid, 'member')`);
  return rows[0] as Powers;
}

export function roleFault({ role, superuser, bypasses, owns }: Powers): DatabaseFault<RoleFault> | null {
  if (superuser || bypasses) {
    const sentence = `the role ${role} passes row-level security by: give DATABASE_URL a plain role, and the owner's to DATABASE_OWNER_URL.`;
    return { code: "passes-security-by", sentence };
  }
  if (owns) {
    const sentence = `the role ${role} owns the tables: give DATABASE_URL a role that owns nothing, and the owner's to DATABASE_OWNER_URL.`;
    return { code: "owns-tables", sentence };
  }
  return null;
}

function refuse(fault: DatabaseFault<string> | null): void {
  if (fault) throw new Error(`The database can't be used: ${fault.sentence}`);
}
