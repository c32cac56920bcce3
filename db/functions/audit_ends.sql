-- The end of every office's chain.
create or replace function audit_ends() returns table (office_id integer, number bigint, hash bytea)
language sql stable as $$
  select scope.id, seal.number, seal.hash
  from (select id from office union all select 0) as scope
    cross join lateral (
      select audit_seal.number, audit_seal.hash from audit_seal
      where audit_seal.office_id = scope.id order by audit_seal.number desc limit 1) as seal
  order by scope.id
$$;
call make_definer('audit_ends()');
