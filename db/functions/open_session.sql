-- Every request asks who it is from. A function that sees the rights of the session's employee answers that in one
-- statement, which needs no transaction of its own around it.
create or replace function open_session(hash bytea, employee integer, created_after timestamptz, seen_after timestamptz,
  not_after timestamptz)
returns table (created_at timestamptz, last_seen_at timestamptz, id integer, last_name text, first_name text,
  is_ministry boolean, synced_at timestamptz, memberships json)
language sql stable as $$
  select session.created_at, session.last_seen_at, employee.id, last_name, first_name, is_ministry, synced_at,
    coalesce((
      select json_agg(json_build_object('officeId', office.id, 'code', code, 'name', name, 'roles', roles) order by code)
      from (
        select office_id, array_agg(role order by role) as roles from membership
        where membership.employee_id = session.employee_id group by office_id
      ) as held join office on office.id = held.office_id
    ), '[]')
  from session join employee on employee.id = session.employee_id
  where token_hash = hash and session.employee_id = open_session.employee
    and session.created_at > created_after and session.last_seen_at > seen_after
    and greatest(session.created_at, session.last_seen_at) <= not_after
$$;
call make_definer('open_session(bytea, integer, timestamptz, timestamptz, timestamptz)');
