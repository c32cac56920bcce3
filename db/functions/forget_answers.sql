-- An answer stored for a repetition holds a whole appointment. A day later nobody repeats, and an office in which nobody
-- writes any more would keep it: swept in all offices, for which the application itself has no eyes. None goes before its day
-- is over by the server's clock, and the nation's audit says how many went.
create or replace function forget_answers(before timestamptz) returns bigint language sql volatile as $$
  with gone as (
    delete from idempotency_key where (office_id, employee_id, route, key) in (
      select old.* from (select id from office union all select 0) as scope cross join lateral (
        select office_id, employee_id, route, key from idempotency_key
        where office_id = scope.id and created_at <= least(before, server_clock() - interval '24 hours')
        order by created_at limit 1000 for update skip locked) as old
      limit 1000)
    returning 1
  ), counted as (
    select count(*) as answers from gone
  ), entry as (
    insert into audit_entry (office_id, id, at, act, details)
    select 0, gen_random_uuid(), server_clock(), 'answers-forgotten', jsonb_build_object('rows', answers)
    from counted where answers > 0
  )
  select answers from counted
$$;
comment on function forget_answers is
  'At most a thousand at a time; how many there were';
call make_definer('forget_answers(timestamptz)');
