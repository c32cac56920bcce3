-- An answer stored for a repetition holds a whole appointment. A day later nobody repeats, and an office in which nobody
-- writes any more would keep it: swept in all offices, for which the application itself has no eyes.
create or replace function forget_answers(before timestamptz) returns bigint language sql volatile as $$
  with gone as (
    delete from idempotency_key where (office_id, employee_id, route, key) in (
      select old.* from (select id from office union all select 0) as scope cross join lateral (
        select office_id, employee_id, route, key from idempotency_key
        where office_id = scope.id and created_at <= before
        order by created_at limit 1000 for update skip locked) as old
      limit 1000)
    returning 1
  )
  select count(*) from gone
$$;
comment on function forget_answers is
  'At most a thousand at a time; how many there were';
call make_definer('forget_answers(timestamptz)');
