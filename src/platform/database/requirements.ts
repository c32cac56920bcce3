import pg from "pg";

/** What the database must be able to do, and the application's role must not. Each throws an Error with the way on. */

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
    const { rows } = await client.query<Omit<Abilities, "folds">>(`
      select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
        exists (select from pg_collation where collname = 'el-x-icu') as sorts`);
    const found = rows[0] as Omit<Abilities, "folds">;
    refuse(greekFault({ ...found, folds: found.encoding === "UTF8" && found.sorts && (await folds(client)) }));
  } finally {
    await client.end();
  }
}

/** Capitals for ICU, and letters for trigrams, which ask the C library: in a database of LC_CTYPE=C Greek has none. */
async function folds(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ folds: boolean }>(
    `select upper('ά' collate "el-x-icu") in ('Ά', 'Α') and lower('Ω' collate "default") = 'ω' as folds`,
  );
  return rows[0]?.folds === true;
}

export function greekFault({ version, encoding, sorts, folds }: Abilities): string | null {
  if (version < 150_000) return "PostgreSQL 15 or later is needed.";
  if (encoding !== "UTF8") {
    return `its encoding is ${encoding}, in which Greek can't be stored: create it with ENCODING 'UTF8'.`;
  }
  if (!sorts) return "the collation el-x-icu is missing, so Greek can't be sorted: use a PostgreSQL built with ICU.";
  if (!folds) {
    return "its locale knows no Greek letters: create it with TEMPLATE template0 and LC_CTYPE 'C.UTF-8' or LOCALE_PROVIDER icu.";
  }
  return null;
}

/** A restore keeps the application out until all is so as it may be seen. */
export async function requireRestored(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ may: boolean }>("select has_schema_privilege('public', 'usage') as may");
  if (rows[0]?.may === true) return;
  throw new Error(
    "The restore into this database did not come to its end, so nobody may work with it: " +
      "restore the backup into another one (a new database, or an empty DATA_DIR).",
  );
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

async function requirePlain(pool: pg.Pool, who: "current_user" | "session_user"): Promise<void> {
  const { rows } = await pool.query<Powers>(`
    select ${who} as role, bool_or(rolsuper) as superuser, bool_or(rolbypassrls or rolname = 'visits_definer') as bypasses,
      bool_or(pg_roles.oid = (select relowner from pg_class where oid = to_regclass('public.appointment'))) as owns
    from pg_roles where pg_has_role(${who}, pg_roles.oid, 'member')`);
  refuse(roleFault(rows[0] as Powers));
}

export function roleFault({ role, superuser, bypasses, owns }: Powers): string | null {
  if (superuser || bypasses)
    return `the role ${role} passes row-level security by: give DATABASE_URL a plain role, and the owner's to DATABASE_OWNER_URL.`;
  if (owns)
    return `the role ${role} owns the tables: give DATABASE_URL a role that owns nothing, and the owner's to DATABASE_OWNER_URL.`;
  return null;
}

function refuse(fault: string | null): void {
  if (fault) throw new Error(`The database can't be used: ${fault}`);
}
