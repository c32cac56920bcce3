import type pg from "pg";

/**
 * Refuses a database in which Greek can't be sorted and folded, or whose role could see every office.
 * @throws Error with the reason and the way on
 */
export async function requireUsable(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Facts>(FACTS);
  const reason = unusable(rows[0] as Facts);
  if (reason) throw new Error(`The database can't be used: ${reason}`);
}

export interface Facts {
  readonly version: number;
  readonly encoding: string;
  readonly el: boolean;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
  readonly role: string;
}

const FACTS = `select current_setting('server_version_num')::int as version,
  current_setting('server_encoding') as encoding, current_user as role,
  exists (select from pg_collation where collname = 'el-x-icu') as el,
  rolsuper as superuser, rolbypassrls as bypasses,
  exists (select from pg_class where relname = 'appointment' and relowner = pg_roles.oid) as owns
  from pg_roles where rolname = current_user`;

export function unusable(facts: Facts): string | null {
  if (facts.version < 150_000) return "PostgreSQL 15 or later is needed.";
  if (facts.encoding !== "UTF8") {
    return `its encoding is ${facts.encoding}, in which Greek can't be stored; create it with ENCODING 'UTF8'.`;
  }
  if (!facts.el) return "the collation el-x-icu is missing, so Greek can't be sorted; use a PostgreSQL built with ICU.";
  if (facts.superuser || facts.bypasses)
    return `the role ${facts.role} passes by row-level security; use a plain role.`;
  if (facts.owns) return `the role ${facts.role} owns the tables; give DATABASE_URL a role that owns nothing.`;
  return null;
}
