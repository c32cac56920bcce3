import type pg from "pg";

export interface LoginRoles {
  readonly login: string;
  /** Of those that docs/operations.md has made */
  readonly missing: readonly string[];
  /** Whether the login may act as the program's role */
  readonly isMember: boolean;
  /** How many others than superusers may have at once, on the whole server */
  readonly connections: number;
}

export async function rolesOf(client: pg.Client): Promise<LoginRoles> {
  const { rows } = await client.query<LoginRoles>(`
    select session_user as login,
      array(select name from unnest(array['visits_app', 'visits_definer']) as name
        where to_regrole(name) is null order by name) as missing,
      coalesce(pg_has_role(session_user, to_regrole('visits_app'), 'member'), false) as "isMember",
      current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as connections`);
  return rows[0] as LoginRoles;
}

/** A database that no other server has: two addresses that lead to it lead to the same one. */
export async function identityOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ identity: string }>(`
    select system_identifier || '/' || (select oid from pg_database where datname = current_database()) as identity
    from pg_control_system()`);
  return rows[0]?.identity ?? "";
}

export interface OwnersRights {
  readonly owner: string;
  readonly maySeeAll: boolean;
  readonly mayCreate: boolean;
  readonly isDefiner: boolean;
  readonly mayExtend: boolean;
}

/** What a migration needs. */
export async function ownersRightsOf(client: pg.Client): Promise<OwnersRights> {
  const { rows } = await client.query<OwnersRights>(`
    select current_user as owner,
      coalesce((select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('public.office')), true)
        as "maySeeAll",
      has_schema_privilege('public', 'create') and has_database_privilege(current_database(), 'create') as "mayCreate",
      pg_has_role(to_regrole('visits_definer'), 'usage') as "isDefiner",
      exists (select from pg_extension where extname = 'btree_gist')
        or exists (select from pg_available_extension_versions where name = 'btree_gist' and trusted) as "mayExtend"`);
  return rows[0] as OwnersRights;
}

export async function makesRoles(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ makes: boolean }>(
    "select rolsuper or rolcreaterole as makes from pg_roles where rolname = current_user",
  );
  return rows[0]?.makes === true;
}
