-- Searches that have stood since before a time, and for ten seconds by the server's clock, are settled: each becomes an entry,
-- in all offices, for which the application itself has no eyes. Any number of processes may ask at once.
create or replace function settle_searches(before timestamptz) returns bigint
language sql volatile as $$
  with settled as (
    delete from search_under_way where (office_id, employee_id) in (
      select office_id, employee_id from search_under_way
      where at < least(before, server_clock() - interval '10 seconds') order by at limit 1000 for update skip locked)
    returning *
  ), entries as (
    insert into audit_entry (office_id, id, at, employee_id, act, details, appointments)
    select office_id, id, at, employee_id, 'person-searched', jsonb_build_object('people', people), nullif(appointments, '{}')
    from settled returning 1
  )
  select count(*) from entries
$$;
call make_definer('settle_searches(timestamptz)');
